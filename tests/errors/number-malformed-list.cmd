# A price with a decimal comma.
firn prices import number-malformed-list.csv
