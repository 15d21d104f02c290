# The file does not exist.
firn bill march.yaml
