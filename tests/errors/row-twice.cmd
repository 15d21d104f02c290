# A row of a report is there twice.
firn reconcile --usage-from row-twice.csv --price-book aws-glacier --region us-east-1
