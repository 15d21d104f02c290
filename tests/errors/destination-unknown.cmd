# A table of restores names a place that there is not.
firn simulate destination-unknown.yaml
