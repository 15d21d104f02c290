# A kind of alternative that does not exist.
firn compare alternative-kind-unknown.yaml
