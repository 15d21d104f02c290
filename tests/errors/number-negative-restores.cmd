# A rate below zero.
firn scenario check number-negative-restores.yaml
