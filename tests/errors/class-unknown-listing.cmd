# A listing is planned with a book that lacks the usual class.
firn plan class-unknown-listing.csv --start 2014-01-01 --months 1 --price-book aws-s3-glacier
