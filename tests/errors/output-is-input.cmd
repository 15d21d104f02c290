# The scenario of a run would be written over the file that was read.
copy shared/scenario.yaml
firn simulate scenario.yaml --save-scenario scenario.yaml
