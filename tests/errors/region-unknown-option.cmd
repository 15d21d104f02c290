# A scenario is made for files, and the region of the option is unknown.
firn plan region-unknown-option.csv --start 2013-01-01 --region mars
