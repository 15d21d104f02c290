# An audit every second for a century.
firn scenario check audits-too-many.yaml
