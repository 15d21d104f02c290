# The book has no charges.
firn prices show price-book-empty.yaml here
