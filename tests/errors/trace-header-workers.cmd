# A worker's log has no column of durations.
firn trace workers trace-header-workers.csv --stage fetch
