# An inflow of nothing.
firn scenario check number-zero-inflow.yaml
