# Factors that are all zero.
firn scenario check factors-zero.yaml
