# The folder of the output is read-only.
copy shared/usage.yaml
folder results
read-only results
firn bill usage.yaml --output results/bill.txt
