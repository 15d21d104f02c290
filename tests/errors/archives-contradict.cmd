# The two overheads of a class are of different numbers of archives.
firn reconcile --usage-from archives-contradict.csv --price-book aws-s3-glacier
