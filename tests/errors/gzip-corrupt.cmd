# A packed trace was damaged.
firn trace info gzip-corrupt.csv.gz
