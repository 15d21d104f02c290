# A strange key in a row with a fault: quotes, %, bytes that are no UTF-8, control characters.
firn trace info size-not-a-number-key.txt
