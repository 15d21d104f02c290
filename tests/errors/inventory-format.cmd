# An inventory is written in Parquet.
firn trace info inventory-format.json
