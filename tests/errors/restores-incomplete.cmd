# Bytes that come back, and nobody says in how many requests.
firn compare restores-incomplete.yaml
