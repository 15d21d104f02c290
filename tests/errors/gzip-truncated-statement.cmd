# A packed report that is cut off.
copy shared/usage.yaml
firn reconcile usage.yaml --actual gzip-truncated-statement.csv.gz
