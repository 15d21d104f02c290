# A size is negative.
firn trace info size-negative.csv
