# The scenario names a region that the price book lacks.
firn plan region-unknown-scenario.yaml
