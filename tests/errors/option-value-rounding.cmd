# A rounding mode that does not exist.
copy shared/usage.yaml
firn bill usage.yaml --rounding up
