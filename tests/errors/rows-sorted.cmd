# The rows of a trace do not come in the order of their times.
firn trace info rows-sorted.csv
