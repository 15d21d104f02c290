# Part of the statement is of no price book.
firn reconcile --usage-from usage-type-left-out.csv --price-book aws-glacier
