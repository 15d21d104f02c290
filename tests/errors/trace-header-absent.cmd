# The trace has no header.
firn trace info trace-header-absent.csv
