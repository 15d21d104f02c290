# A month is no unit of time: months differ in length.
firn scenario check unit-unknown-duration.yaml
