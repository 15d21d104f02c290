# Nothing is as cheap.
firn restore --class deep_archive --bytes 8TiB --archives 32768 --link 1Gbit/s --budget 100
