# A single file for two regions.
firn prices import list-regions-many.csv --output new.yaml
