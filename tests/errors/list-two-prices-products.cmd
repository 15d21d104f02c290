# Two products for one usage type and operation.
firn prices import list-two-prices-products.csv
