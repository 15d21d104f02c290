# What is added grows tenfold a year for a century.
firn compare demand-too-large.yaml
