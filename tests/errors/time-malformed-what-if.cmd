# A what-if from a month that does not exist.
firn bill time-malformed-what-if.yaml
