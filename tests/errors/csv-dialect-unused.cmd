# A dialect of CSV for an answer that is none.
firn prices list --csv-dialect de
