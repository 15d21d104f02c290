# Nothing to compare.
firn compare comparison-empty.yaml
