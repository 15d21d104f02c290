# A row of an inventory has other fields than the manifest says.
firn trace info inventory-row-fields.json
