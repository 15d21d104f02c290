# A command that does not exist.
firn bil usage.yaml
