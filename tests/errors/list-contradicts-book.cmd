# A list that has another price for time for which the book's had been checked.
firn prices import list-contradicts-book.json --onto aws-s3-glacier
