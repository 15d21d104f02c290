# Every attempt to fetch a file fails.
firn plan nothing-stored.yaml
