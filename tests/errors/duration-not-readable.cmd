# A duration of a worker's log has no unit, or is none.
firn trace workers duration-not-readable.csv --stage fetch
