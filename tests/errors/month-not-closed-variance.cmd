# What was billed ends within a month.
copy through-outside-month.budget.json
copy month-not-closed-forecast.csv
firn variance through-outside-month.budget.json --actual month-not-closed-forecast.csv --output /dev/null
