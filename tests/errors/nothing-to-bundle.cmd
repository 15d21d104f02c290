# A plan of archives that lie in the vault already has nothing to choose.
copy shared/scenario.yaml
firn plan scenario.yaml --trace nothing-to-bundle.txt --as archives
