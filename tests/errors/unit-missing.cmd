# A quantity is written without its unit.
firn bill unit-missing.yaml
