# A list without a column of services.
copy through-outside-month.budget.json
firn variance through-outside-month.budget.json --actual setting-without-effect-no-services.csv --service AmazonS3
