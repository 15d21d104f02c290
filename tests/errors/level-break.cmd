# From July 2016 on far more files arrive.
firn forecast level-break.csv --months 1 --output /dev/null
