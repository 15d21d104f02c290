# A statement that ends within its month.
firn reconcile --usage-from month-not-closed.csv --price-book aws-glacier
