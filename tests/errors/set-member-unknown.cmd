# A set names what is not in the file.
firn compare set-member-unknown.yaml
