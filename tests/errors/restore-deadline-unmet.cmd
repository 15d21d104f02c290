# The deadline is before the fastest tier.
firn restore --class deep_archive --bytes 8TiB --archives 32768 --link 1Gbit/s --within 2h
