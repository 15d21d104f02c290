# A setting is misspelt.
copy shared/scenario.yaml
firn plan scenario.yaml --set pipline.fetchers=3
