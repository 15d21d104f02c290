# The totals lie after the last month of the scenario, so that there is nothing to compare.
firn compare workload-empty-compare.yaml
