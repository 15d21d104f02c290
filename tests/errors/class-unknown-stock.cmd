# A part of the stock is of a class that the price book does not have.
firn simulate class-unknown-stock.yaml
