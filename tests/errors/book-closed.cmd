# A service that takes no new customers any more.
firn bill book-closed.yaml
