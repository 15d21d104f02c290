# The vault service of that time has no such charge.
firn bill price-absent-capacity.yaml
