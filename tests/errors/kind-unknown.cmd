# The price book has no such kind of request.
firn bill kind-unknown.yaml
