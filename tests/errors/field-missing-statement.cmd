# A report that is cut off within a row.
copy shared/usage.yaml
firn reconcile usage.yaml --actual field-missing-statement.csv
