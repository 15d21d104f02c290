# A format that does not exist.
copy shared/usage.yaml
firn bill usage.yaml --format xml
