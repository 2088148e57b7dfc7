"""Everything of an installation in one file, and back into an empty home."""
