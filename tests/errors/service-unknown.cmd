# A service that the statement does not have.
copy shared/usage.yaml
firn reconcile usage.yaml --actual service-unknown.csv --service AmazonGlacer
