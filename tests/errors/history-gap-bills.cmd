# Nobody kept the bill of May.
firn forecast history-gap-bills.yaml
