# Two files, where one is read at a time.
copy shared/usage.yaml
firn bill usage.yaml april.yaml
