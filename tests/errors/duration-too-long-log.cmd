# A transfer takes longer than a year: the unit is wrong.
firn trace workers duration-too-long-log.csv --stage fetch
