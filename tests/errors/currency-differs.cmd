# A report in another currency than the price book's.
copy shared/usage.yaml
firn reconcile usage.yaml --actual currency-differs.csv
