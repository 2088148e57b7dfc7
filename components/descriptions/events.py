"""The dated events of a figure as lines of text, for where the plot is too narrow to carry them."""

from collections.abc import Sequence

from components.descriptions.criterion import criterion_text
from components.figures.rows import CriterionStep, Mark, Reading, numbered
from components.format import long_date
from components.text import say


def event_lines(
    marks: Sequence[Mark], *, reading: Reading, criterion: Sequence[CriterionStep] = ()
) -> list[str]:
    """'1 april 2025, actie: warme overdracht', in order of time; with the criterion's changes.

    Where there is more than one event, each has the number that stands at its line in a full figure.
    """
    language = reading.language
    dated = [
        (mark.on, say(f"figure.{mark.kind}", language).lower(), mark.text, number)
        for number, mark in numbered(marks)
    ]
    if len(criterion) > 1:
        name = say("criterion.name", language)
        dated += [(step.valid_from, name, criterion_text(step, reading), 0) for step in criterion]
    lines = []
    for on, kind, text, number in sorted(dated):
        line = say("figure.event", language, date=long_date(on, language), kind=kind, text=text)
        lines.append(f"{number}. {line}" if number and len(marks) > 1 else line)
    return lines
