# The files become four times as many each month.
firn trace fit fit-limited.csv --format csv
