# A negative price.
firn prices import number-negative-list.csv
