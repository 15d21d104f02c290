# Neither a stock nor anything that is added.
firn compare demand-empty.yaml
