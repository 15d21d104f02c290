# The trace of a scenario begins before the scenario.
firn simulate trace-before-start.yaml
