# A scenario without a start.
firn scenario check key-missing-scenario.yaml
