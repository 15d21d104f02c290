# A service that the report does not have.
copy through-outside-month.budget.json
copy month-not-closed-forecast.csv
firn variance through-outside-month.budget.json --actual month-not-closed-forecast.csv --service AmazonS4
