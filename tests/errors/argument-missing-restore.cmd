# Several things are wrong, and all of them are told.
firn restore --class deep_archive --bytes 8 --link fast --within soon --copy-days 0
