# A word other than true or false.
firn prices show boolean-malformed.yaml here
