# A trace given by an option lies outside the scenario and is moved.
copy shared/scenario.yaml
firn simulate scenario.yaml --trace trace-moved.csv
