# A file of alternatives states a demand, and a scenario stands beside it: a warning.
firn compare demand-unused.yaml --alternatives demand-unused.alternatives.yaml
