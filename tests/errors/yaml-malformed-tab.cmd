# A tab stands in the indentation.
firn bill yaml-malformed-tab.yaml
