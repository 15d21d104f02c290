# The last month of a history of bills ends within it.
firn forecast --usage-from month-not-closed-forecast.csv --price-book aws-s3-glacier --months 1 --items-model linear --output /dev/null
