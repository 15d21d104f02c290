# A date is none.
firn prices show date-malformed.yaml here
