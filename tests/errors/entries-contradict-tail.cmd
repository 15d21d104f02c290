# A tail of large files that ends before it begins.
firn scenario check entries-contradict-tail.yaml
