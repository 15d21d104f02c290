# The usual alternatives have default prices in USD, and the scenario's price book bills in EUR.
firn compare currency-without-rate-usual.yaml
