# A tag without its value.
copy shared/usage.yaml
copy statement-empty.csv
firn reconcile usage.yaml --actual statement-empty.csv --tag project
