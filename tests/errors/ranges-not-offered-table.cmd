# A table asks for parts of archives before they could be retrieved.
firn simulate ranges-not-offered-table.yaml
