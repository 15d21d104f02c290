# The price book has no such region.
firn bill region-unknown.yaml
