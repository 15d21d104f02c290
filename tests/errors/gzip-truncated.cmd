# A packed trace ends too early, as after a transfer that broke off.
firn trace info gzip-truncated.csv.gz
