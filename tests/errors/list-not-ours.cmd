# A list of S3 without storage, requests or retrieval that Firn prices.
firn prices import list-not-ours.csv
