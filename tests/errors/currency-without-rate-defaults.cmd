# The comparison is in another currency than the default prices.
firn compare currency-without-rate-defaults.yaml
