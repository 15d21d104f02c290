# Years have four digits.
firn move --objects 1000 --object-size 1MB --month 9999-12
