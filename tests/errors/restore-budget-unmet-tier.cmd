# A tier that was asked for is too dear, though nothing leaves the region.
firn restore --class deep_archive --bytes 8TiB --archives 32768 --tier standard --budget 10 --stay-in-region
