# March is billed by two files.
copy through-outside-month.budget.json
firn variance through-outside-month.budget.json --actual month-billed-twice.yaml month-billed-twice.second.yaml
