# An inflow without its period.
firn scenario check inflow-malformed.yaml
