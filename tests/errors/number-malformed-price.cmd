# NaN is not a price.
firn prices show number-malformed-price.yaml here
