# The file is text in another encoding.
firn bill text-not-utf8.yaml
