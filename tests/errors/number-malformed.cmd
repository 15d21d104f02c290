# NaN is not a number of bytes.
firn bill number-malformed.yaml
