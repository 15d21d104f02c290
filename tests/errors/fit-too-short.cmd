# A trace of three files, from which no growth can be seen.
firn trace fit fit-too-short.csv
