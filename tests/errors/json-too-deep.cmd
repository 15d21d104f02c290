# Brackets within brackets.
firn trace info json-too-deep.json
