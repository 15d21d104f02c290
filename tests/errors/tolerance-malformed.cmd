# A tolerance that is no amount.
copy shared/usage.yaml
copy statement-empty.csv
firn reconcile usage.yaml --actual statement-empty.csv --tolerance little
