# A quantity is negative.
firn bill number-negative.yaml
