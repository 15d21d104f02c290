# A what-if about an unknown charge.
firn bill choice-unknown-charge.yaml
