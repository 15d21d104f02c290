# An entry does not say how much it is.
firn bill key-missing-amount.yaml
