# A month is none.
firn bill month-malformed.yaml
