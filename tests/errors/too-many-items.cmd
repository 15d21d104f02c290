# A month has more files than can be drawn.
copy shared/scenario.yaml
firn simulate scenario.yaml --trace too-many-items.csv
