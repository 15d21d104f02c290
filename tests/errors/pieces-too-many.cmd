# A petabyte on pieces of one byte.
firn compare pieces-too-many.yaml
