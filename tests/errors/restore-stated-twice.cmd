# The scenario says what lies there.
copy shared/scenario.yaml
firn restore scenario.yaml --bytes 8TiB
