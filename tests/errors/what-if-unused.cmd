# A what-if about a charge that the book does not have.
firn bill what-if-unused.yaml
