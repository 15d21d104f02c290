# A list that was not loaded to its end.
firn prices import list-cut-off.csv
