# A row of a table of restores does not say which file is asked for.
firn simulate keys-missing-request.yaml
