# Times lie outside the years 1970 to 9999.
firn trace info time-out-of-range.csv
