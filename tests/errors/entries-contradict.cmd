# Two keys say the same thing in different ways.
firn bill entries-contradict.yaml
