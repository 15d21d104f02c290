# Bills have archives as they were sent.
copy uploads-not-seen.yaml
firn forecast uploads-not-seen.yaml --vary bundle_size=10MB..20MB
