# A key has a line end in it.
firn trace info quoted-line-ends.csv
