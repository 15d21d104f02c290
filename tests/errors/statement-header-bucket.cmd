# A bucket is asked for, and the statement has none.
copy shared/usage.yaml
firn reconcile usage.yaml --actual statement-header-bucket.csv --bucket backup
