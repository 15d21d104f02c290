# A key has no value.
firn bill value-missing.yaml
