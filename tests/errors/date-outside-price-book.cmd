# No price is valid on that day.
firn prices show aws-glacier us-east-1 --date 2012-01-01
