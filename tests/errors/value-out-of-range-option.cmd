# An option asks for no workers.
copy shared/scenario.yaml
firn simulate scenario.yaml --uploaders 0
