# A period ends before it starts.
firn prices show period-empty.yaml here
