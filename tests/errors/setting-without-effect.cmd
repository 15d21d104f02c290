# Settings that the shape beside them has no use for.
firn scenario check setting-without-effect.yaml
