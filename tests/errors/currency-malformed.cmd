# A currency by its name.
firn bill currency-malformed.yaml
