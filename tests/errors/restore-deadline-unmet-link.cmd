# The tier is ready in time, but the link is too slow.
firn restore --class deep_archive --bytes 8TiB --archives 32768 --link 1Gbit/s --within 14h
