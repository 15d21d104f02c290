# A demand begins in a month.
firn compare month-malformed-compared.yaml
