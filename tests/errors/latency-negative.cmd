# Small transfers of the log are quicker than their bytes.
firn trace workers latency-negative.csv --stage fetch --format csv
