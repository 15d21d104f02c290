# A rate of a currency in which nothing is told: a warning.
firn compare exchange-unused.yaml
