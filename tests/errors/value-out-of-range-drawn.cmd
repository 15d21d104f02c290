# More files are to be drawn, and tested, than a run is made for.
firn simulate value-out-of-range-drawn.yaml
