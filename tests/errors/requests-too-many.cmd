# A thousand million restores a day for a month.
firn scenario check requests-too-many.yaml
