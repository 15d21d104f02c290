# No month is both in the statement and in the model.
copy shared/usage.yaml
firn reconcile usage.yaml --actual months-differ.csv
