# The option --start, and not the file, begins before the first price.
firn plan month-outside-price-book-start.yaml --start 2012-07-01
