# The trace that an option names does not exist.
copy shared/scenario.yaml
firn simulate scenario.yaml --trace rows.csv
