# A horizon of a million months.
copy shared/scenario.yaml
firn plan scenario.yaml --months 1000000
