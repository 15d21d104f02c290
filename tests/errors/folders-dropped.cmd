# A listing has folders, links and a socket, and nothing may be left out.
firn trace info folders-dropped.txt --strict
