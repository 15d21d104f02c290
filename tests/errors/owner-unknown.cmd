# An owner by name, where owners are drawn.
firn scenario check owner-unknown.yaml
