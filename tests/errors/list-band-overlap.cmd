# Two ranges share the amounts from 40 TB to 50 TB.
firn prices import list-band-overlap.csv
