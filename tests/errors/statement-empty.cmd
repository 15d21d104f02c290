# A report that ends below its header.
copy shared/usage.yaml
firn reconcile usage.yaml --actual statement-empty.csv
