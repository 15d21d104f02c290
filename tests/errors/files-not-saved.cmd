# A run of the first file only is saved as a scenario.
firn simulate files-not-saved.csv --files 1 --save-scenario saved.yaml
