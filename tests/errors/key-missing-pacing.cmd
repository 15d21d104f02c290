# A pacing without its number, a planned outage without its length, a restore that nobody asks for.
firn scenario check key-missing-pacing.yaml
