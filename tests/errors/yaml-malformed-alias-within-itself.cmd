# An alias stands inside of what it repeats.
firn plan yaml-malformed-alias-within-itself.yaml
