# A string of a listing in JSON has no end.
firn trace info line-too-long-json.json.gz
