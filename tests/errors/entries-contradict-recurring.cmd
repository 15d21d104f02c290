# A recurring line with two prices.
firn bill entries-contradict-recurring.yaml
