# JSON that is no bill.
firn variance bill-not-readable.budget.json --actual bill-not-readable.json
