# There is no such charge.
firn bill charge-type-unknown.yaml
