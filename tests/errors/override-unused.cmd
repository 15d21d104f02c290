# A price is overridden that no charge has.
firn bill override-unused.yaml
