# Told before the run: the trace of the scenario is not even opened.
firn compare overlap-too-long-run.yaml --alternatives overlap-too-long-run.alternatives.yaml
