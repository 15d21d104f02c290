# A line of a trace has no end.
firn trace info line-too-long.csv.gz
