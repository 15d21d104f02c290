# The disk is full while a trace is sorted.
copy shared/unsorted.csv.gz
environment TMPDIR=/tmp
limit-files 2000
firn trace info unsorted.csv.gz
