# The start is no date.
firn scenario check time-malformed-scenario.yaml
