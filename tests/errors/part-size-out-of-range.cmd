# Parts are larger than the service takes.
firn bill part-size-out-of-range.yaml
