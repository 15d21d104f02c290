# A bill in dollars is to be converted into dollars.
firn bill exchange-same-currency.yaml
