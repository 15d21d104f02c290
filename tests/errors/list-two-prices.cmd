# Two prices of one product for one day.
firn prices import list-two-prices.csv
