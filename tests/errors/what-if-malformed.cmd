# A what-if without a per cent sign.
firn bill what-if-malformed.yaml --what-if "storage cheaper from 2027-01"
