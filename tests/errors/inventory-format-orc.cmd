# An inventory is written in ORC.
firn trace info inventory-format-orc.json
