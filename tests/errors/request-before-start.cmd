# A table of restores asks for a file before the scenario begins.
firn simulate request-before-start.yaml
