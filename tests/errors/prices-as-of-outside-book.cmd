# The prices of a day before the first price.
firn bill prices-as-of-outside-book.yaml
