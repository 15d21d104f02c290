# A Parquet file is given where a trace is wanted.
firn trace info file-columnar.parquet
