# What is quick enough costs more.
firn restore --class deep_archive --bytes 8TiB --archives 32768 --link 1Gbit/s --budget 800 --within 48h
