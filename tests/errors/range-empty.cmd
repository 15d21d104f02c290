# A credit whose months end before they begin.
firn bill range-empty.yaml
