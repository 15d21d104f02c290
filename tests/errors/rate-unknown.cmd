# A charge is billed at the rate of one that the book does not have.
firn prices show rate-unknown.yaml here
