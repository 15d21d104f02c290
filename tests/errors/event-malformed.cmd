# An event falls from low to high.
firn forecast event-malformed.csv --event "2014-03 400GB..200GB..100GB"
