"""Reasons of ending through time in words, from the panels of the figure."""

from collections.abc import Sequence

from components import format as written
from components.figures.reasons_time import DECIMALS, ReasonPanel
from components.text import say


def reasons_time_title(panels: Sequence[ReasonPanel], *, language: str, since: str = "") -> str:
    """The share of one-sided endings in the first and last shown period after a break; no verdict."""
    totals = _dropout(panels)
    shown = [(period, share) for period, share in totals if share is not None and period >= since]
    if not shown:
        return say("reasons_time.title_none", language)
    if any(_is_few(panels, period) for period, _ in (shown[0], shown[-1])):
        return say("reasons_time.title_few", language)
    last = written.percentage(shown[-1][1] or 0, language, DECIMALS)
    named = written.period_name(shown[-1][0], language)
    if len(shown) == 1:
        return say("reasons_time.title_one", language, share=last, period=named)
    first = written.percentage(shown[0][1] or 0, language, DECIMALS)
    earlier = written.period_name(shown[0][0], language)
    return say("reasons_time.title", language, first=first, earlier=earlier, last=last, period=named)


def reasons_time_description(panels: Sequence[ReasonPanel], *, language: str) -> str:
    """Per reason its share in each period; hidden ones are named as hidden."""
    parts = "; ".join(_part(panel, language) for panel in panels)
    return (
        say("reasons_time.description", language, parts=parts)
        if parts
        else reasons_time_title((), language=language)
    )


def _is_few(panels: Sequence[ReasonPanel], period: str) -> bool:
    """Whether too few ended in a period to conclude from their percentages."""
    return any(row.small for panel in panels for row in panel.rows if row.period == period)


def _dropout(panels: Sequence[ReasonPanel]) -> list[tuple[str, float | None]]:
    """The sum of the dark panels per period; unknown where one of them is."""
    dark = [panel for panel in panels if panel.is_dropout]
    found: list[tuple[str, float | None]] = []
    for place, row in enumerate(dark[0].rows if dark else ()):
        shares = [panel.rows[place].share for panel in dark]
        found.append((row.period, None if None in shares else sum(share or 0 for share in shares)))
    return found


def _part(panel: ReasonPanel, language: str) -> str:
    amounts = [
        f"{written.period_short(row.period, language)} "
        + (
            say("state.hidden", language)
            if row.share is None
            else written.percentage(row.share, language, DECIMALS)
        )
        for row in panel.rows
        if row.share is not None or row.suppressed
    ]
    return f"{panel.label}: {', '.join(amounts)}"
