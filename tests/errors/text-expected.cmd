# A list stands where one value is expected.
firn bill text-expected.yaml
