# More months than can be compared.
firn compare value-out-of-range-compared-months.yaml
