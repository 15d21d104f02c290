# The file holds two documents.
firn bill yaml-two-documents.yaml
