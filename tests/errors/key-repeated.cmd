# A key stands twice.
firn bill key-repeated.yaml
