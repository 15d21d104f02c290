# The book sets a retrieval rule that does not exist.
firn prices show rule-unknown.yaml here
