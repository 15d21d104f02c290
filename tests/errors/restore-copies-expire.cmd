# Copies of one day are gone before the link has downloaded them.
firn restore --class deep_archive --bytes 8TiB --archives 32768 --link 1Gbit/s --copy-days 1 --pacing none
