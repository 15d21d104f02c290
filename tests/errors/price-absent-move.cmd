# Objects are moved into a class before it was sold.
firn move --objects 1000 --object-size 1MB --to-class deep_archive --month 2016-01
