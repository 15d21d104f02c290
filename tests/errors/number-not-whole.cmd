# A size is not a whole number of bytes.
firn scenario check number-not-whole.yaml
