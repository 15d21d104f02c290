# Something lies there for longer than its month.
firn bill duration-too-long.yaml
