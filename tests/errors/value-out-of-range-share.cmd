# More than all of the archives.
copy shared/scenario.yaml
firn restore scenario.yaml --share "200 %"
