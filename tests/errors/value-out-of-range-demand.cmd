# More restores, more bytes and a later shock than can be.
firn compare value-out-of-range-demand.yaml
