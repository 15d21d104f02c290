# A growth model that no service could have: ten times the files every year.
firn simulate rate-too-high.yaml
