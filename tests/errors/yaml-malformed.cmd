# The indentation is broken.
firn bill yaml-malformed.yaml
