# Nothing of the statement is of a price book.
firn reconcile --usage-from usage-types-unknown.csv
