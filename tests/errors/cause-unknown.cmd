# An archive does not end by a fire.
firn bill cause-unknown.yaml
