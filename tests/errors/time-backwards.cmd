# A trace goes backwards in time, where nothing may be guessed.
firn trace info time-backwards.csv --strict
