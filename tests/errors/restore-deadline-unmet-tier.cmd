# Bulk misses the deadline together with the link.
firn restore --class deep_archive --bytes 8TiB --archives 32768 --link 1Gbit/s --within 48h --tier bulk
