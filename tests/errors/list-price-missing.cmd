# A product whose term the list lacks.
firn prices import list-price-missing.json
