# Bills that only have requests: what lies there is not known.
firn forecast usage-without-storage.yaml
