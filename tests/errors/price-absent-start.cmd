# The scenario begins in a month in which something of it has no price yet.
firn simulate price-absent-start.yaml
