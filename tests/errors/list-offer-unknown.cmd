# A list of another service.
firn prices import list-offer-unknown.csv
