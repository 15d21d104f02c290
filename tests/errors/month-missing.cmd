# A list without months for a model of several.
firn reconcile month-missing.yaml --actual month-missing.csv
