# Buckets are of what the vendor reports.
copy uploads-not-seen.yaml
firn forecast --usage-from uploads-not-seen.yaml --bucket backup
