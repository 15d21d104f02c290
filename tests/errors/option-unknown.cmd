# An option that does not exist.
copy shared/usage.yaml
firn bill usage.yaml --fromat json
