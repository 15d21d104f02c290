# The folder of the output does not exist.
copy shared/usage.yaml
firn bill usage.yaml --output results/bill.txt
