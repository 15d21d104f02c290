# Hours of the day in the wrong order.
firn scenario check schedule-backwards.yaml
