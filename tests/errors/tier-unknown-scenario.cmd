# A retrieval tier before there were any, in the vault of 2013.
firn scenario check tier-unknown-scenario.yaml
