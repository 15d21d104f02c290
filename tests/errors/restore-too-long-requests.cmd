# At a request a second 400 million archives take twelve years and a half.
firn restore --class deep_archive --bytes 8TiB --archives 400000000 --request-rate 1
