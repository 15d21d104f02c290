# The sizes of the log are too much alike.
firn trace workers fit-uncertain.csv --stage fetch --format csv
