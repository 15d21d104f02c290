# The output is a folder.
copy shared/usage.yaml
folder results
firn bill usage.yaml --output results
