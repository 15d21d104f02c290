# A term without a day.
firn prices import date-malformed-list.csv
