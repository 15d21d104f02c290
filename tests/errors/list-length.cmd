# A list of factors that has one too few.
firn scenario check list-length.yaml
