# Usage is billed in another month than it was used in.
copy shared/usage.yaml
firn reconcile usage.yaml --actual usage-outside-month.csv
