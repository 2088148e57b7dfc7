"""The same figures in words, from the same rows."""
