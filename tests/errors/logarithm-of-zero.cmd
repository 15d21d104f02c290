# A month without files has no logarithm.
firn forecast logarithm-of-zero.csv --items-model exponential
