# A set of nothing is no alternative.
firn compare set-empty.yaml
