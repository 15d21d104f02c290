# An inflow in bytes of empty files.
firn scenario check entries-contradict-growth.yaml
