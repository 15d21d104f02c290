# Outages cut whatever flows over the link, again and again.
firn simulate simulation-time-out-of-range-link.yaml
