# There is no such price book.
firn bill price-book-unknown.yaml
