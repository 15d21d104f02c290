# A file of an inventory is not where its manifest is.
firn trace info inventory-part-missing.json
