# The scenario ends after the last price.
firn plan month-outside-price-book-scenario.yaml
