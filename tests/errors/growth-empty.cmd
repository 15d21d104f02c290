# A growth model whose days are all empty: the months of the scenario have factor zero.
firn simulate growth-empty.yaml
