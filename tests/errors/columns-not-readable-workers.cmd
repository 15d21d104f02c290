# The option does not name columns of a worker's log.
firn trace workers log.csv --columns size
