# Restores from a storage class whose retrieval times are not known.
firn scenario check retrieval-time-unknown.yaml
