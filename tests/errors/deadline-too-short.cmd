# A deadline before the first archive is sure to be retrieved.
firn scenario check deadline-too-short.yaml
