# Copies that cost something else than uploads, which a book has no charge for.
firn prices import list-prices-differ.csv
