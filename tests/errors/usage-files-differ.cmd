# Two usage files of different regions as one history.
firn forecast --usage-from usage-files-differ.yaml usage-files-differ.second.yaml
