# A quote is never closed.
firn bill yaml-malformed-quote.yaml
