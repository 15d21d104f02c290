# A file is larger than an archive may be.
firn simulate archive-too-large-file.yaml
