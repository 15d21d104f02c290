# A scenario without a workload.
firn scenario check workload-missing.yaml
