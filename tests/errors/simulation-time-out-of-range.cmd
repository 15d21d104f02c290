# Uploads would end after the year 9999.
firn simulate simulation-time-out-of-range.yaml
