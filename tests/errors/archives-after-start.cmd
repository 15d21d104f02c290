# Archives that should lie in the vault already bear later times, and nothing arrives.
copy shared/scenario.yaml
firn simulate scenario.yaml --trace archives-after-start.txt --as archives
