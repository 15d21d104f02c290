# Keys with line ends, quotes, % and bytes that are no UTF-8 are no matter; a size with a unit is.
firn trace info size-not-a-number-inventory.json
