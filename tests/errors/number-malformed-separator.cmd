# A number is written with separators.
firn bill number-malformed-separator.yaml
