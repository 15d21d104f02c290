# The same file twice, under two names.
copy shared/usage.yaml
firn reconcile usage.yaml --actual file-twice.csv file-twice.copy.csv
