# Files that a scenario names are not there: all are told, each where it is named.
firn simulate file-missing-several.yaml
