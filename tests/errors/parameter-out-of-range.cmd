# A number with which nothing can be reckoned.
firn compare parameter-out-of-range.yaml
