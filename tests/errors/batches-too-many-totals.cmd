# Batches of one file that stay open for a day, in a month of 80 million files.
firn simulate batches-too-many-totals.yaml
