# Storage above 50 TB has no price.
firn prices import list-band-hole-above.csv
