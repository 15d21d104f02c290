# No month of the totals lies within the scenario.
firn simulate workload-empty.yaml
