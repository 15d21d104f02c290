# A price is negative.
firn prices show number-negative-price.yaml here
