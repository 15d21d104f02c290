# Wages grow elevenfold a year for a century.
firn compare cost-too-large.yaml
