"""A synthetic set of deliveries of any size, for samples, tests and measurements; nobody in it exists."""
