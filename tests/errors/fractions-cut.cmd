# A time is finer than a microsecond.
firn trace info fractions-cut.txt
