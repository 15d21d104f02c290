# A quoted field does not end.
firn trace info quote-not-closed.csv
