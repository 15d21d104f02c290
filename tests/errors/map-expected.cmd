# A value stands where keys are expected.
firn bill map-expected.yaml
