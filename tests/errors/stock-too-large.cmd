# The archives of a trace and the stock of its scenario are more than can be counted.
firn simulate stock-too-large.yaml
