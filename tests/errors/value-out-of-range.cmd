# Bundles of no size, and no workers.
firn scenario check value-out-of-range.yaml
