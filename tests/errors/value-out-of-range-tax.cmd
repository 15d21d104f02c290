# A tax below zero.
firn bill value-out-of-range-tax.yaml
