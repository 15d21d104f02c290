# A listing in JSON ends too early, as after a transfer that broke off.
firn trace info json-truncated.json
