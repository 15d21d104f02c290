# The file is empty.
firn bill file-empty.yaml
