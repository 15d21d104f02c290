# Seven months, of which the option leaves four.
firn forecast history-too-short-cut.csv --history-from 2013-04
