# A drive that does not hold the largest file.
firn compare drive-too-small.yaml
