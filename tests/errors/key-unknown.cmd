# A key is misspelt.
firn bill key-unknown.yaml
