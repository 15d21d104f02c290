# Quantities and costs that a spreadsheet has rewritten: all of them are named at once.
copy shared/usage.yaml
firn reconcile usage.yaml --actual quantity-not-a-number.csv --month 2013-03
