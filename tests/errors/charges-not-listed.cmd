# A book with charges that no list has.
firn prices export aws-s3-glacier us-east-1 --format aws-json --offer AmazonS3
