# An offer that does not say what storage costs.
firn compare quote-without-price.yaml
