# A percentage without its sign.
firn scenario check unit-missing-percent.yaml
