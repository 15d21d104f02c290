# A listing in JSON lacks a comma.
firn trace info json-malformed.json
