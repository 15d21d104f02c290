# A month of the future has the prices of today: the book says nothing of it.
firn move --objects 1000 --object-size 1MB --month 2030-01 --months 1
