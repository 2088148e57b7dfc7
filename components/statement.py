"""What the accessibility statement claims and admits, by the keys of its texts; two pages show it."""

from datetime import date

DRAWN_UP = date(2026, 11, 22)
"""When the claims and shortcomings below were last gone through."""
CLAIMS = ("axe", "keyboard", "skip", "phone", "language", "alternative", "contrast")
"""What was tested; tests/unit/components/test_statement.py names the test behind each of them."""
SHORTCOMINGS = ("examination", "people", "points", "script", "sheet", "file", "plan")
