# A usage file has no rows of buckets.
copy through-outside-month.budget.json
copy month-billed-twice.yaml
firn variance through-outside-month.budget.json --actual month-billed-twice.yaml --bucket backup
