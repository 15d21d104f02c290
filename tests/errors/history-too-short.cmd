# Four months are too few for any model.
firn forecast history-too-short.csv
