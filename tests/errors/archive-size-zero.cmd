# Archives have no size.
firn bill archive-size-zero.yaml
