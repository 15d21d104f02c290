# A statement of the vault service does not tell the number of archives.
firn reconcile --usage-from archives-within-storage.csv --price-book aws-glacier
