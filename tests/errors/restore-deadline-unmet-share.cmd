# How much lies there the scenario says: less of it is a share.
firn restore restore-deadline-unmet-share.yaml --within 13h --link 1MB/s
