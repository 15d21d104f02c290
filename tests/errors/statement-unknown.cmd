# The file is no statement.
copy shared/usage.yaml
firn reconcile usage.yaml --actual statement-unknown.csv
