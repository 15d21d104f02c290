# An option for traces, and a scenario without one.
copy shared/scenario.yaml
firn simulate scenario.yaml --spread 5min
