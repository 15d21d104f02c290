# Two exabytes in April.
firn forecast usage-too-large.yaml
