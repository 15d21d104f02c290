# A folder is named like a book of the catalogue, without a slash.
folder my-prices
firn prices show my-prices us-east-1
