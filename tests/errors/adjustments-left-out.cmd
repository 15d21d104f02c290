# Taxes of a statement are no usage.
firn reconcile --usage-from adjustments-left-out.csv --price-book aws-glacier
