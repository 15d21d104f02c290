# Times are seconds since 1970, where microseconds are expected.
firn trace info time-looks-coarse.csv
