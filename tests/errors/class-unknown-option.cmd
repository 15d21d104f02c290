# Classes of an option that the price book does not have.
firn move --objects 1000 --object-size 1MB --from-class standart --to-class deep
