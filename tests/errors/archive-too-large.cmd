# An archive is larger than the service takes.
firn bill archive-too-large.yaml
