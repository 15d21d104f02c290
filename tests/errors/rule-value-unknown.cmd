# The rule has no such reading.
firn bill rule-value-unknown.yaml
