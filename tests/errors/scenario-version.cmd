# The scenario is of a version that does not exist yet.
firn scenario check scenario-version.yaml
