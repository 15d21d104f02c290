# A list whose head says neither version nor publication date.
firn prices import list-undated.csv
