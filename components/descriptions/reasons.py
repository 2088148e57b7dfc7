"""Reasons of ending in words, from the rows of the figure."""

from collections.abc import Sequence

from components import format as written
from components.figures.rows import ReasonCount
from components.text import say


def reasons_title(rows: Sequence[ReasonCount], *, language: str) -> str:
    """'63 van de 97 trajecten eindigden: volgens plan': the largest reason."""
    shown = [row for row in rows if row.count is not None]
    total = _total(rows)
    if not total:
        key = "reasons.title_hidden" if any(row.suppressed for row in rows) else "reasons.title_none"
        return say(key, language)
    largest = max(shown, key=lambda row: row.count or 0)
    return say(
        "reasons.title_one" if largest.count == 1 else "reasons.title",
        language,
        count=_count(largest, language),
        reason=_lower(largest.label),
        total=written.number(total, language),
    )


def reasons_subtitle(rows: Sequence[ReasonCount], *, language: str) -> str:
    """How many ended, and what the dark bars mean."""
    return say("reasons.subtitle", language, total=written.number(_total(rows), language))


def reasons_description(rows: Sequence[ReasonCount], *, language: str) -> str:
    """Every reason with its count and share; hidden ones are named as hidden."""
    total = _total(rows)
    if not total:
        return reasons_title(rows, language=language)
    parts = "; ".join(_part(row, language) for row in rows if row.count is not None or row.suppressed)
    return say("reasons.description", language, total=written.number(total, language), parts=parts)


def _part(row: ReasonCount, language: str) -> str:
    if row.count is None:
        return say("reasons.part_hidden", language, reason=row.label)
    share = "" if row.share is None else written.percentage(row.share, language)
    return say("reasons.part", language, reason=row.label, count=_count(row, language), share=share)


def _total(rows: Sequence[ReasonCount]) -> float:
    return sum(row.count for row in rows if row.count is not None)


def _count(row: ReasonCount, language: str) -> str:
    return written.number(row.count or 0, language)


def _lower(label: str) -> str:
    return label[:1].lower() + label[1:]
