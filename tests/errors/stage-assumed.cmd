# The log does not say whether it is of fetchers or uploaders.
firn trace workers stage-assumed.csv --format csv
