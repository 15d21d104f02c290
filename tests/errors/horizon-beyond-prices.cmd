# The horizon is beyond the day to which the prices were checked: they are held flat and marked as unconfirmed.
firn compare horizon-beyond-prices.yaml
