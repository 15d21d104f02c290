# A table of monthly totals lacks two months in its middle.
firn forecast history-gap.csv
