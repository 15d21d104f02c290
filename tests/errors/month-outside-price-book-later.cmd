# The month lies after the last price.
firn bill month-outside-price-book-later.yaml
