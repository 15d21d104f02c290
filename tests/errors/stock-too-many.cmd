# A stock of more archives than can be remembered one by one, and audits of them.
firn scenario check stock-too-many.yaml
