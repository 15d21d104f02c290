# A copy that lies on after the month.
firn bill copy-ends-outside.yaml
