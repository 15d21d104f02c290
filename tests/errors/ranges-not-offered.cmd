# Parts of archives from a service that retrieves whole ones only.
firn scenario check ranges-not-offered.yaml
