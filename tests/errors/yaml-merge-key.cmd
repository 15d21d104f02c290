# A merge key is not part of the YAML that is read.
firn bill yaml-merge-key.yaml
