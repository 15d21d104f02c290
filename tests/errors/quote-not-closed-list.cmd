# A quote that is not closed.
firn prices import quote-not-closed-list.csv
