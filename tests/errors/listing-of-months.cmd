# Totals of months tell no sizes of objects.
copy event-malformed.csv
firn move event-malformed.csv
