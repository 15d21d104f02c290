# No archive has an age.
firn bill ages-contradict-none.yaml
