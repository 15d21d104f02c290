# A range of one end.
firn forecast vary-malformed.csv --vary bundle_size=10MB
