# A folder that holds a scenario, where the scenario is meant.
copy shared/scenario.yaml
firn forecast .
