# A folder stands where a file should.
folder march
firn bill march
