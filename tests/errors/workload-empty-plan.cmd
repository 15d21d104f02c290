# The trace begins after the last month of the scenario.
firn plan workload-empty-plan.yaml
