# Bills of storage alone: what uploads cost is not forecast.
firn forecast uploads-not-seen.yaml --months 1 --output /dev/null
