# The month lies before the first price.
firn bill month-outside-price-book.yaml
