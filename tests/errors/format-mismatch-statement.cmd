# Two files of different reports.
copy shared/usage.yaml
copy months-differ.csv
copy statement-header-tag.csv
firn reconcile usage.yaml --actual months-differ.csv --actual statement-header-tag.csv
