# A size does not fit into 63 bits.
firn trace info size-too-large.csv
