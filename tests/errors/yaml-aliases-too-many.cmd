# Aliases repeat lists of aliases, without end.
firn bill yaml-aliases-too-many.yaml
