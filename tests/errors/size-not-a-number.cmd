# Sizes are not whole numbers of bytes. All bad rows of the file are reported at once.
firn trace info size-not-a-number.csv
