# Two books in two currencies.
firn prices diff aws-s3-glacier:us-east-1 aws-s3-glacier:cn-north-1
