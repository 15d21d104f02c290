# A row of an inventory does not say whether it is the latest version.
firn trace info inventory-flag.json
