# Something is sent, in no archive.
firn bill archives-missing.yaml
