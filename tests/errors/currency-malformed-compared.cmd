# A comparison in a currency by its name.
firn compare currency-malformed-compared.yaml
