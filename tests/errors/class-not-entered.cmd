# Nothing is moved into S3 Standard.
firn move --objects 1000 --object-size 1MB --from-class deep_archive --to-class standard
