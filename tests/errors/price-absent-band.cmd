# A month whose price is not known, not even of the first band.
firn bill price-absent-band.yaml
