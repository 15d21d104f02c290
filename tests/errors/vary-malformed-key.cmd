# A key that is none: found before anything is read.
firn forecast no-such-file.csv --vary bundles=10MB..20MB
