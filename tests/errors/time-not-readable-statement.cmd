# A spreadsheet has rewritten the times of a report.
copy shared/usage.yaml
firn reconcile usage.yaml --actual time-not-readable-statement.csv
