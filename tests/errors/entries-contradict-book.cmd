# A price is confirmed and doubted at once.
firn prices show entries-contradict-book.yaml here
