# A share of nothing.
copy shared/scenario.yaml
firn restore scenario.yaml --share 0%
