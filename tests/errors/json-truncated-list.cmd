# A list in JSON that was not loaded to its end.
firn prices import json-truncated-list.json
