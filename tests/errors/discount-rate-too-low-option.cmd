# A discount rate of -150 % on the command line.
firn compare discount-rate-too-low-option.yaml --discount-rate=-150%
