# Drives that hold more than can be counted.
firn scenario check value-out-of-range-drives.yaml
