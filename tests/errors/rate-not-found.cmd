# The durations of the log have nothing to do with the sizes.
firn trace workers rate-not-found.csv --stage fetch
