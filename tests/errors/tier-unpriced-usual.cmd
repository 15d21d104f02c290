# The usual alternatives have the scenario's class, and at the end everything is retrieved from it by the usual tier.
firn compare tier-unpriced-usual.yaml
