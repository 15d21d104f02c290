# The price book has no such class.
firn bill class-unknown.yaml
