# A month of a table of monthly totals is none.
copy shared/scenario.yaml
firn simulate scenario.yaml --trace month-not-readable.csv
