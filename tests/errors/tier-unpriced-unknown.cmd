# A tier of vaults that the book does not know in the region: refused before the run.
firn simulate tier-unpriced-unknown.yaml
