# Bundles by prefix of files that have no keys.
firn scenario check keys-missing-prefix.yaml
