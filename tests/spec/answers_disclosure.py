"""Answers on protection: primary rule, audits, protection, back-calculation, rounding."""
ANSWERS = {}
