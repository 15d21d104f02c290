# Batches of one file that stay open for a day, at a thousand files a second.
firn simulate batches-too-many.yaml
