# A history too short for a season: what needs two years is not tried.
firn forecast models-left-out.csv --months 1 --output /dev/null
