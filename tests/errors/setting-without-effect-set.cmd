# A set states no sums of its own that could be in a currency.
firn compare setting-without-effect-set.yaml
