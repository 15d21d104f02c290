# Nothing may be left out, and a blank line lies behind the one file that is asked for.
firn simulate blank-lines-dropped-few.csv --region us-east-1 --start 2013-01-01 --as arrivals --files 1 --strict
