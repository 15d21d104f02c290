# More is to be restored than lies there.
firn restore --class glacier --bytes 8TiB --archives 9 --stored 7TiB --date 2014-05
