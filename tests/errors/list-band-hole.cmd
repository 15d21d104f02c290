# Storage from 50 TB to 100 TB has no price.
firn prices import list-band-hole.csv
