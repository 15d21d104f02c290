# Times are in a notation of their own.
firn trace info time-not-readable.csv
