# A listing of another tool than the one named.
firn trace info format-mismatch-listing.txt --from ls-l
