# A folder stands where a trace should.
folder rows
firn trace info rows --from csv
