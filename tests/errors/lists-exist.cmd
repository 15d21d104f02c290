# A list is there already.
copy shared/rounds.csv
firn restore --class deep_archive --bytes 8TiB --archives 32768 --link 1Gbit/s --write-lists .
