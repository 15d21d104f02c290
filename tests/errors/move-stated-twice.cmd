# Both a listing and a number of objects say what there is.
firn move move-stated-twice.txt --objects 40000000 --object-size 100kB
