# Audits by a tier whose requests have no price in the region: refused before the run.
firn simulate tier-unpriced.yaml
