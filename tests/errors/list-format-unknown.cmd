# A table that is no price list.
firn prices import list-format-unknown.csv
