# A page of a listing says that another follows.
firn trace info listing-incomplete.json
