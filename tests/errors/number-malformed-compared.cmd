# A price with its currency, and decimals with a comma.
firn compare number-malformed-compared.yaml
