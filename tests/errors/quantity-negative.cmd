# Usage below zero.
copy shared/usage.yaml
firn reconcile usage.yaml --actual quantity-negative.csv
