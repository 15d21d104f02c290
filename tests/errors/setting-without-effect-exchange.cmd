# A rate of the currency in which everything is compared.
firn compare setting-without-effect-exchange.yaml
