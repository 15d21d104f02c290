# Files that grow tenfold a year for a decade.
firn simulate sizes-too-large.yaml
