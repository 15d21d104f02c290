# The file is no text.
firn bill file-binary.yaml
