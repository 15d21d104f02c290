# Storage that is priced by the object.
firn prices import list-unit-differs.csv
