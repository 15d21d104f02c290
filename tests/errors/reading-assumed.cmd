# Nobody says what the times of a listing are.
copy shared/scenario.yaml
firn simulate scenario.yaml --trace reading-assumed.txt --set workload.trace.starts_at=scenario --strict
