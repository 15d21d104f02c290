# A section is misspelt.
firn scenario check key-unknown-scenario.yaml
