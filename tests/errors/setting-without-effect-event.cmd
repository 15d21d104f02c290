# The history ends with 2013-12, and the event would come after the three months that are asked for.
copy event-malformed.csv
firn forecast event-malformed.csv --months 3 --event "2020-03 100GB..200GB..400GB"
