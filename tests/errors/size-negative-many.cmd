# Of very many bad rows the first twenty are shown.
firn trace info size-negative-many.csv
