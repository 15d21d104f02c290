# An instant lies outside the month of its period.
firn bill time-outside-month.yaml
