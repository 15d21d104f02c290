# A listing does not tell its time zone.
firn trace info listing-times-utc.txt
