# A setting of a list's items, of which an option could not say which it means.
copy shared/scenario.yaml
firn plan scenario.yaml --set workload.growth.sizes.share=3
