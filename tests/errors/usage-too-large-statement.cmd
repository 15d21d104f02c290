# All rows together are more requests than can be counted.
firn reconcile --usage-from usage-too-large-statement.csv --month 2026-08
