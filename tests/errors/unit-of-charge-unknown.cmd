# A charge is counted in a unit that is not known.
firn prices show unit-of-charge-unknown.yaml here
