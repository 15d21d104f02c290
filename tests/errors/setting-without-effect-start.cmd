# The history ends with 2013-12, and nobody says what came in 2014.
copy event-malformed.csv
firn forecast event-malformed.csv --start 2015-01-01 --months 3
