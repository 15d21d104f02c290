# The folder for sorting does not exist.
copy shared/unsorted.csv.gz
environment TMPDIR=absent
firn trace info unsorted.csv.gz
