# A bundle size for archives that were sent already.
copy uploads-not-seen.yaml
firn forecast uploads-not-seen.yaml --set pipeline.bundle_size=10MB
