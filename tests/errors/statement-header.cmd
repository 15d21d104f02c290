# Columns of a cost and usage report are missing.
copy shared/usage.yaml
firn reconcile usage.yaml --actual statement-header.csv
