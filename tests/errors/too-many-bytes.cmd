# All sizes together do not fit into 63 bits.
firn trace info too-many-bytes.rows.csv
