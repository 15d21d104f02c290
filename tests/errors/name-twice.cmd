# Two restores of one name.
firn scenario check name-twice.yaml
