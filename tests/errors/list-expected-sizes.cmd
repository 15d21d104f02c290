# A component where a list of components is expected.
firn scenario check list-expected-sizes.yaml
