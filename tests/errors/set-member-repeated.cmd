# A set of one alternative twice.
firn compare set-member-repeated.yaml
