# The price lists of a region have no price of a request that retrieves by the usual tier.
firn compare tier-unpriced-compared.yaml
