# What begins before the start, or after the last month.
firn scenario check time-outside-scenario.yaml
