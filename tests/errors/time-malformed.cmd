# An instant lacks its time zone.
firn bill time-malformed.yaml
