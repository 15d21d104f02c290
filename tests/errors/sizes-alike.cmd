# All transfers of the log have one size.
firn trace workers sizes-alike.csv --stage upload
