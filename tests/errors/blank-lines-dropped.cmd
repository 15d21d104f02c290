# A trace has a blank line, and nothing may be left out.
firn trace info blank-lines-dropped.csv --strict
