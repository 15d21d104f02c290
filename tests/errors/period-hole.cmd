# Between two periods of a price is a hole.
firn prices show period-hole.yaml here
