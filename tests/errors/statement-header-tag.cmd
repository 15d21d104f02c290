# A statement without the tag that is asked for.
copy shared/usage.yaml
firn reconcile usage.yaml --actual statement-header-tag.csv --tag project=backup
