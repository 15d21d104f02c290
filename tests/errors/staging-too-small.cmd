# A staging disk on which no bundle fits.
firn scenario check staging-too-small.yaml
