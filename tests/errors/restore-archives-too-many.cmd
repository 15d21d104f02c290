# There are more archives than bytes.
firn restore --class deep_archive --bytes 8B --archives 9
