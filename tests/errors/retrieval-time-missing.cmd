# The fee depends on the hour, and none is said.
firn bill retrieval-time-missing.yaml
