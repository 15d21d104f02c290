# A row is earlier than the one above it.
firn trace info time-backwards.csv
