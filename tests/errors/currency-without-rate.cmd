# Two currencies, and no rate between them.
firn compare currency-without-rate.yaml
