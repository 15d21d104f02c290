# The same as JSON, refused before its products are read.
firn prices import list-offer-unknown-json.json
