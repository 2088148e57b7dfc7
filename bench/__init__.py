"""How fast a delivery is taken in, checked and published, as ratios to what DuckDB itself needs to read it."""
