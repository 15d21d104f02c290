# A month that no row of the report is of.
copy through-outside-month.budget.json
copy month-not-closed-forecast.csv
firn variance through-outside-month.budget.json --actual month-not-closed-forecast.csv --month 2010-01
