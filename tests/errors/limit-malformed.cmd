# A quantile that there is not.
firn forecast limit-malformed.csv --fail-above 500/month@p99
