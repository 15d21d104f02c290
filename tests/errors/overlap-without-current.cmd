# The old way is to run on, but it is not said which one it is.
firn compare overlap-without-current.yaml
