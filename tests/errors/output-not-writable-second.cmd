# The second of two books cannot be written: nothing is left of the first, nor of its folder.
folder out
folder out/aws-s3-glacier
read-only out/aws-s3-glacier
firn prices import output-not-writable-second.vault.json output-not-writable-second.json --output out
