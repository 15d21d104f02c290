# Copies that would lie there for three thousand years.
firn restore --class deep_archive --bytes 1TB --archives 1000 --copy-days 1000000
