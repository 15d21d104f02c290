# The rule has another name.
firn bill key-unknown-rule.yaml
