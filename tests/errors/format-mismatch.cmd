# The file is of another format than the option says.
copy shared/rows.csv
firn trace info rows.csv --from find
