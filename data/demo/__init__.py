"""A synthetic set of deliveries of any size, for samples, tests and measurements; nobody in it exists."""

from data.demo.writing import SAMPLE_CLIENTS, SAMPLE_PARTNERS, SAMPLE_SEED, write_demo

__all__ = ["SAMPLE_CLIENTS", "SAMPLE_PARTNERS", "SAMPLE_SEED", "write_demo"]
