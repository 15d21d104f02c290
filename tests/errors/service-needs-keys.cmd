# Bundles by prefix: files to come have no keys.
firn forecast service-needs-keys.yaml
