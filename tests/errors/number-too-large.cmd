# A number is larger than 63 bits hold.
firn bill number-too-large.yaml
