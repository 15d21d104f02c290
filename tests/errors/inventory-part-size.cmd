# A file of an inventory has another size than its manifest says.
firn trace info inventory-part-size.json
