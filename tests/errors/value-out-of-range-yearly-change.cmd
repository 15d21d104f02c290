# Nothing, or less than nothing, would be left after a year.
firn compare value-out-of-range-yearly-change.yaml
