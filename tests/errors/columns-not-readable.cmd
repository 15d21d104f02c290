# The option does not name columns.
copy shared/rows.csv
firn trace info rows.csv --columns when
