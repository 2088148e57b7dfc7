"""The dated events of a figure as lines of text, for where the plot is too narrow to carry them."""

from collections.abc import Sequence

from components.descriptions.criterion import criterion_text
from components.figures.rows import CriterionStep, Mark, Reading
from components.format import long_date
from components.text import say


def event_lines(
    marks: Sequence[Mark], *, reading: Reading, criterion: Sequence[CriterionStep] = ()
) -> list[str]:
    """'1 april 2025, actie: warme overdracht', in order of time; with the criterion's changes."""
    language = reading.language
    dated = [(mark.on, say(f"figure.{mark.kind}", language).lower(), mark.text) for mark in marks]
    if len(criterion) > 1:
        name = say("criterion.name", language)
        dated += [(step.valid_from, name, criterion_text(step, reading)) for step in criterion]
    return [
        say("figure.event", language, date=long_date(on, language), kind=kind, text=text)
        for on, kind, text in sorted(dated)
    ]
