# Arrivals are asked of files without times.
copy shared/scenario.yaml
firn simulate scenario.yaml --trace times-missing.csv --columns size=2 --as arrivals
