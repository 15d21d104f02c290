# Two workloads in one scenario.
firn scenario check entries-contradict-workload.yaml
