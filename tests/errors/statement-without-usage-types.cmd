# Costs of whole services are no usage.
firn reconcile --usage-from statement-without-usage-types.csv
