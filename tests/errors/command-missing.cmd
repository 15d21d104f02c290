# No command is named.
firn prices
