# At -100 % a year no later payment counts for anything that can be reckoned with.
firn compare discount-rate-too-low.yaml
