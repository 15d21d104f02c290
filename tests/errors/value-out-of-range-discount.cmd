# A discount of more than all.
firn bill value-out-of-range-discount.yaml
