# A device stands where a trace should: it could be read only once.
firn trace info /dev/null
