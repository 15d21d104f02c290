# A listing leaves out what lies below a prefix.
firn trace info prefixes-dropped.json
