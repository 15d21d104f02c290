# Prices in two currencies.
firn prices import list-currencies.csv
