# The file is of a version that does not exist yet.
firn bill format-version-unknown.yaml
