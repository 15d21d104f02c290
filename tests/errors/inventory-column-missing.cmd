# An inventory was made without sizes and times.
firn trace info inventory-column-missing.json
