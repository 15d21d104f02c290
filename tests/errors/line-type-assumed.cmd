# A report has a type of line that Firn does not know.
copy shared/usage.yaml
firn reconcile usage.yaml --actual line-type-assumed.csv --tolerance 1
