# A listing does not know a size.
firn trace info sizes-unknown.txt
