# A rule that is not one, by option.
firn bill rule-unknown-option.yaml --rule month_days=30
