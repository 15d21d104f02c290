# A price has no bands.
firn prices show bands-empty.yaml here
