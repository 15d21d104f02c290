# JSON that is no price list.
firn prices import list-format-unknown-json.json
