"""How fast a delivery is taken in, checked and published, beside what DuckDB itself needs to read it."""
