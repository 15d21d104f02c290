# A book without its region.
firn prices diff aws-s3-glacier aws-s3-glacier:eu-west-1
