"""Values per group in words, from the rows of the figure."""

from collections.abc import Sequence

from components import format as written
from components.descriptions.counts import n_text
from components.figures.rows import Reading, SplitValue
from components.text import say


def split_title(*, reading: Reading, split: str) -> str:
    """'Uitval per hulpvorm'; `split` is the name of the split for a reader."""
    return say("split.title", reading.language, name=reading.name, split=split)


def split_description(rows: Sequence[SplitValue], *, reading: Reading, split: str) -> str:
    """Every group with its value and n; hidden and missing ones are named as such."""
    if not rows:
        return say("split.none", reading.language)
    parts = "; ".join(_part(row, reading) for row in rows)
    return say("split.description", reading.language, name=reading.name, split=split, parts=parts)


def _part(row: SplitValue, reading: Reading) -> str:
    if row.suppressed:
        return say("split.part_hidden", reading.language, label=row.label)
    if row.value is None:
        return say("split.part_missing", reading.language, label=row.label)
    amount = written.value(row.value, reading.unit, reading.language, reading.decimals)
    counted = n_text(row, reading)
    text = say("split.part", reading.language, label=row.label, value=amount, n=counted)
    return text.replace(" ()", "")
