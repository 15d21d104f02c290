# Deep Archive has no expedited retrievals.
firn restore --class deep_archive --bytes 8TiB --archives 32768 --link 1Gbit/s --tier expedited
