# The ends of a range on the wrong sides of its value.
firn compare parameter-out-of-range-ends.yaml
