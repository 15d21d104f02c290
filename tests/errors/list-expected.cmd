# One value stands where a list is expected.
firn bill list-expected.yaml
