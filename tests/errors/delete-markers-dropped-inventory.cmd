# An inventory lists old versions and delete markers, and nothing may be left out.
firn trace info delete-markers-dropped-inventory.json --strict
