# Growth that begins in the last months is outside of every band.
firn forecast coverage-below-nominal.csv --months 1 --output /dev/null
