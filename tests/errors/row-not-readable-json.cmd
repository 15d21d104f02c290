# JSON that lists no files.
firn trace info row-not-readable-json.json
