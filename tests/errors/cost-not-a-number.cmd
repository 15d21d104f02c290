# A cost is missing.
copy shared/usage.yaml
firn reconcile usage.yaml --actual cost-not-a-number.csv --month 2013-03
