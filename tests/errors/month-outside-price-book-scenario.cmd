# The scenario begins before the first price.
firn plan month-outside-price-book-scenario.yaml
