# There are only comments.
firn bill yaml-empty.yaml
