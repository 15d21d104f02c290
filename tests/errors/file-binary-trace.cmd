# The trace holds bytes that are no text.
firn trace info file-binary-trace.csv
