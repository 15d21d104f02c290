# The first time of a table looks like seconds, and nothing may be guessed.
firn trace info time-looks-coarse-strict.csv --strict
