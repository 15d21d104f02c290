# The header names other columns.
firn trace info trace-header.csv
