# A misspelt class of a restore.
firn restore --class deep_archiv --bytes 8TiB --archives 32768 --link 1Gbit/s
