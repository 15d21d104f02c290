# A region that is not in the list.
firn prices import region-unknown-list.csv --region eu-west-1
