# A range that goes down.
firn forecast no-such-file.csv --vary files=10%..5%
