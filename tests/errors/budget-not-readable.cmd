# JSON that is no budget.
firn variance budget-not-readable.json --actual budget-not-readable.usage.yaml
