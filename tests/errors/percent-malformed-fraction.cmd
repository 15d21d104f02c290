# A rate written as a fraction.
firn compare percent-malformed-fraction.yaml
