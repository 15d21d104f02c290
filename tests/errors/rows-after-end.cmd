# A table of restores asks for a file when the months of the scenario are over.
firn simulate rows-after-end.yaml
