"""What every figure must tell about itself: who delivered it, n, coverage, day and publication."""

from dataclasses import dataclass
from datetime import date

from dash import html

from components.as_written import around
from components.format import long_date
from components.text import say


@dataclass(frozen=True, slots=True)
class Source:
    """Where a figure comes from, each part in the reader's words; empty where it does not apply."""

    said: str
    n: str
    coverage: str
    version: str
    measured_on: date | None = None
    provisional: bool = False
    fictional: bool = False
    as_delivered: bool = False  # whether who delivered it said so itself, and so in Dutch

    def __str__(self) -> str:
        """Who delivered, for a sentence or a cell."""
        return self.said

    def marked(self, sentence: str, language: str) -> str | list[str | html.Span]:
        """A sentence that names this source; what the source says itself is marked as Dutch."""
        return around(sentence, self.said, language) if self.as_delivered else sentence

    def line(self, language: str, *, measured_on: date | None = None) -> str:
        """'Bron: leveringen van 7 van de 8 partners · n = 120 · publicatie 14'."""
        day = measured_on or self.measured_on
        parts = [
            say("figure.source", language, source=self.said),
            self.n,
            self.coverage,
            say("figure.measured_on", language, date=long_date(day, language)) if day else "",
            say("figure.version", language, version=self.version),
            say("figure.provisional", language) if self.provisional else "",
        ]
        return " · ".join(part for part in parts if part)
