# A price names a source that the book does not describe.
firn prices show source-unknown.yaml here
