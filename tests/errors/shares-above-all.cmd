# Deletions of more than all files.
firn scenario check shares-above-all.yaml
