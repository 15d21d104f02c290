# A row names a stage that the pipeline does not have.
firn trace workers stage-unknown.csv 
