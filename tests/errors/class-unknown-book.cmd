# A charge is of a class that the book does not describe.
firn prices show class-unknown-book.yaml here
