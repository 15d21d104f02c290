# The low case would renew drives every 0 months.
firn compare parameter-out-of-range-low.yaml
