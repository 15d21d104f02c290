# All files are deleted before the months of the scenario end.
firn restore restore-empty-scenario.yaml
