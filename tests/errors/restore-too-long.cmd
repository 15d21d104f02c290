# At 1 B/s it takes a quarter of a million years.
firn restore --class deep_archive --bytes 8TiB --archives 32768 --link 1B/s
