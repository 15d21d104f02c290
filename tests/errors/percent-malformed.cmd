# A rate without its sign of per cent could be 8 % or 800 %.
firn compare percent-malformed.yaml
