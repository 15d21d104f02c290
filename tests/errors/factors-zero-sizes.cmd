# Components of which none has a share.
firn scenario check factors-zero-sizes.yaml
