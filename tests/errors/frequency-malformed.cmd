# Restores that do not say how often.
firn scenario check frequency-malformed.yaml
