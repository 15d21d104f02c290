# The scenario would end after the year 9999.
firn scenario check horizon-too-far.yaml
