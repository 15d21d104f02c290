# A currency that costs nothing.
firn compare number-zero-exchange.yaml
