# Two alternatives of one name: sets and answers could not tell them apart.
firn compare alternative-repeated.yaml
