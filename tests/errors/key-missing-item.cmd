# An item of a list that lacks a setting, and one that has a setting too many.
firn scenario check key-missing-item.yaml
