# Part of the statement is of another service.
firn reconcile --usage-from statement-left-out.csv --price-book aws-glacier
