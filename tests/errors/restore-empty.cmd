# There are no archives.
firn restore --class deep_archive --bytes 8TiB --archives 0
