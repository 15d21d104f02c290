# A list names a type of line that there is not.
copy shared/usage.yaml
firn reconcile usage.yaml --actual line-type-unknown.csv --month 2013-03
