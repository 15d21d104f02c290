# A table of deletions beside a workload whose files have no keys.
firn simulate keys-missing-deletions.yaml
