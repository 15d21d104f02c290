# The trace that a scenario names does not exist; its name counts from the folder of the scenario.
firn simulate file-missing-trace.yaml
