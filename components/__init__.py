"""Everything a reader sees, knowing no page."""
