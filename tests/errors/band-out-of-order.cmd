# Bands are not in order.
firn prices show band-out-of-order.yaml here
