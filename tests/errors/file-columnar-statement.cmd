# A data export in Parquet.
copy shared/usage.yaml
firn reconcile usage.yaml --actual file-columnar-statement.parquet
