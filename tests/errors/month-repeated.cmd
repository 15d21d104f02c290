# A month stands twice.
firn bill month-repeated.yaml
