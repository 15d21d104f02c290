# An option for workers whose number the schedule says at all hours.
firn simulate setting-without-effect-schedule.yaml --fetchers 5 --output out.txt
