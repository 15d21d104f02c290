# From the end of 2016 on the vault's book has no prices of retrievals in the region, by whichever tier.
firn simulate tier-unpriced-region.yaml
