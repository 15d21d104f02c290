# A book whose prices are of several lists.
firn prices export aws-s3-glacier us-east-1 --format aws-json
