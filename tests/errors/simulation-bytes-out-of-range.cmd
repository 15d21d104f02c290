# All sizes together are more than a simulation can count.
firn simulate simulation-bytes-out-of-range.yaml
