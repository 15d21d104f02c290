# A listing of versions has delete markers and old versions, and nothing may be left out.
firn trace info delete-markers-dropped.json --strict
