# The price book has no such tier.
firn bill tier-unknown.yaml
