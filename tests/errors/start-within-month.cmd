# The start is not the first day of a month.
firn scenario check start-within-month.yaml
