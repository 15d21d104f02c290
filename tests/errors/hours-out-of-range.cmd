# A retrieval takes no time, or more than a month.
firn bill hours-out-of-range.yaml
