# The first page of a query, whose other pages are not there.
firn prices import list-goes-on.json
