# A share of what?
firn restore --class deep_archive --bytes 8TiB --archives 32768 --link 1Gbit/s --share 5%
