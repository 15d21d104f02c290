# A list in JSON with a colon missing.
firn prices import json-malformed-list.json
