# A list of S3 onto a book of the vault service.
firn prices import list-book-differs.csv --onto aws-glacier
