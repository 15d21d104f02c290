# A table of Cost Explorer that is grouped by region.
copy shared/usage.yaml
firn reconcile usage.yaml --actual statement-header-matrix.csv
