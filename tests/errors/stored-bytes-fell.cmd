# In May less lies there than in April: more was deleted than sent.
firn forecast stored-bytes-fell.yaml --items-model linear --size-model linear --months 1 --output /dev/null
