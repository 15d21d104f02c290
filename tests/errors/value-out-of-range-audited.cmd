# More than everything is audited in a month.
firn compare value-out-of-range-audited.yaml
