# A name with a line end in it breaks a listing.
firn trace info row-not-readable.txt
