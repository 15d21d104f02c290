# Nothing says when a new scenario begins.
firn scenario new --set workload.reference_w1.files=1000
