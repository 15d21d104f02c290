# The trace is empty.
firn trace info file-empty-trace.csv
