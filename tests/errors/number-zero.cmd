# A rate of zero: nothing would ever move.
firn scenario check number-zero.yaml
