# The end lies before the start.
firn scenario check number-negative-months.yaml
