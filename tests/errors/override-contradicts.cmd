# A price is overridden twice.
firn bill override-contradicts.yaml
