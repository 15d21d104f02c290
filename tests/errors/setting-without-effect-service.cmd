# Settings of features that are not asked for.
firn scenario check setting-without-effect-service.yaml
