# A schedule whose second day lies before its first.
firn scenario check schedule-backwards-dates.yaml
