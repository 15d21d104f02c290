# A list of usage types among usage files.
firn forecast --usage-from bills-of-two-kinds.yaml bills-of-two-kinds.csv bills-of-two-kinds.second.yaml
