# The old way runs on beside the others for longer than is compared.
firn compare overlap-too-long.yaml
