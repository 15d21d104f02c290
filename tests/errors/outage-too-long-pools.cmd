# The outage of a pool table that is longer than the scenario.
firn simulate outage-too-long-pools.yaml --pools 8760
