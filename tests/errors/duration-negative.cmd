# A transfer ends before it starts.
firn trace workers duration-negative.csv --stage fetch
