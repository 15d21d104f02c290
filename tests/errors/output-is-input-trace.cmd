# A time series would be written over the trace that the scenario reads.
firn simulate output-is-input-trace.yaml --series output-is-input-trace.csv
