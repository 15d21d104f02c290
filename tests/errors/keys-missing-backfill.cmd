# An owner's files and a table of keys are asked for, and the files of the backfill are drawn.
firn simulate keys-missing-backfill.yaml
