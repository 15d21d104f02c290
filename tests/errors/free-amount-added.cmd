# A statement that lists only what is paid.
firn reconcile --usage-from free-amount-added.csv --price-book aws-glacier
