# A chance above one, one below zero, and a pool of a billion workers.
firn scenario check value-out-of-range-chances.yaml
