# A band in the middle has no end.
firn prices show band-without-end.yaml here
