# A comparison of no month.
firn compare value-out-of-range-no-month.yaml
