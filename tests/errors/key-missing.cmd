# A period without its month.
firn bill key-missing.yaml
