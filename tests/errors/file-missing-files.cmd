# Files that stand in for a scenario are not there.
firn plan uploads.csv --region eu-west-1
