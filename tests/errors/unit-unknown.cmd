# The unit has the wrong capitals.
firn bill unit-unknown.yaml
