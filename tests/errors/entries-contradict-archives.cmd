# The number of archives is said twice.
firn bill entries-contradict-archives.yaml
