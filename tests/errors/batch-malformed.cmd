# A batch of nobody's files.
firn scenario check batch-malformed.yaml
