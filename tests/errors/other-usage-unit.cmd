# Requests are not counted in bytes.
firn bill other-usage-unit.yaml
