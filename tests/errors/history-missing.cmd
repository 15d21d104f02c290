# A growth model has no history to go on from.
firn forecast history-missing.yaml
