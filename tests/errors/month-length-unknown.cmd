# The length of the month is not one of those that are known.
firn prices show month-length-unknown.yaml here
