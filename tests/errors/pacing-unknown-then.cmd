# There is no fee by the hour any more.
firn restore --class deep_archive --bytes 8TiB --archives 32768 --link 1Gbit/s --pacing free
