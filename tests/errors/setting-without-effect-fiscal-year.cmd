# The history ends with 2013-12, and no month of the fiscal year is among the three that are asked for.
copy event-malformed.csv
firn forecast event-malformed.csv --months 3 --fiscal-year 2020-07
