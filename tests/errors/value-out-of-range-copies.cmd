# No copies of a trace.
firn scenario check value-out-of-range-copies.yaml
