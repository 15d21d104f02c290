# A what-if that ends before the first price.
firn bill what-if-unused-time.yaml
