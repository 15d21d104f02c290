# Outages that are longer than the scenario.
firn scenario check outage-too-long.yaml
