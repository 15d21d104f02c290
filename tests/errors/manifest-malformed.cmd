# The manifest of an inventory ends too early.
firn trace info manifest-malformed.json
