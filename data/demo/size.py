"""The size of the committed sample set; what the generator writes unless asked otherwise."""

SAMPLE_PARTNERS = 12
SAMPLE_CLIENTS = 5800
SAMPLE_SEED = 23
