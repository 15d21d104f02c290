# A trace whose last time is a mistake.
firn trace fit trace-too-long.csv
