# Nothing says which objects there are.
firn move --objects 40000000
