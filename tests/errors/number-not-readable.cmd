# A number of the table is none.
copy shared/scenario.yaml
firn simulate scenario.yaml --trace number-not-readable.csv
