# The log has too few transfers.
firn trace workers transfers-too-few.csv --stage fetch
