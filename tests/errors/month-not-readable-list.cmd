# A list whose months are not in every row.
copy shared/usage.yaml
firn reconcile usage.yaml --actual month-not-readable-list.csv
