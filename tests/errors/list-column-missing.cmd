# A list without the column of prices.
firn prices import list-column-missing.csv
