# The file is not named.
firn bill
