# Owners and prefixes of files that have no keys.
firn scenario check keys-missing-owner.yaml
