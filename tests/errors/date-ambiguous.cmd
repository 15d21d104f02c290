# A spreadsheet has rewritten the dates, and neither reading is the first of a month.
firn prices import date-ambiguous.csv
