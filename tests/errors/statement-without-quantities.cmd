# Costs alone are no usage.
firn reconcile --usage-from statement-without-quantities.csv
