# Seven months are enough for other models, not for the one that was asked for.
firn forecast history-too-short-model.csv --items-model seasonal_naive
