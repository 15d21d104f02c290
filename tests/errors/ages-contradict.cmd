# By their bytes the archives are 10 days old in the mean, by their number 40.
firn bill ages-contradict.yaml
