# A month has bytes and no files.
copy shared/scenario.yaml
firn simulate scenario.yaml --trace bytes-without-items.csv
