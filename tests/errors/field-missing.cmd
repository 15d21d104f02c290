# A row has too few fields.
firn trace info field-missing.csv
