# A list without months cannot become a usage file.
firn reconcile --usage-from month-missing-usage.csv
