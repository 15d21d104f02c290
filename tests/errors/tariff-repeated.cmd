# A charge stands twice.
firn prices show tariff-repeated.yaml here
