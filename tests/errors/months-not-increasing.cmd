# The months of the table are not in order.
copy shared/scenario.yaml
firn simulate scenario.yaml --trace months-not-increasing.csv
