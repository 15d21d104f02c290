# Two periods of a price overlap.
firn prices show period-overlap.yaml here
