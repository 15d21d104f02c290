# An option has a quantity without unit.
copy shared/scenario.yaml
firn simulate scenario.yaml --max-age 30
