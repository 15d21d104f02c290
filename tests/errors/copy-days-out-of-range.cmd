# A restored copy for no day.
firn bill copy-days-out-of-range.yaml
