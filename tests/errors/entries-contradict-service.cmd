# What can be said in one of several ways only.
firn scenario check entries-contradict-service.yaml
