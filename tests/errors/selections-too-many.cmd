# Nine batches of some of the files.
firn scenario check selections-too-many.yaml
