# A file of an inventory was changed after it was written.
firn trace info inventory-part-checksum.json
