# A folder in which no bill lies yet.
copy through-outside-month.budget.json
folder bills
firn variance through-outside-month.budget.json --actual bills
