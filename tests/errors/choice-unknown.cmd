# A choice that does not exist.
firn scenario check choice-unknown.yaml
