# A service whose prices are not known.
firn compare archive-service-unknown.yaml
