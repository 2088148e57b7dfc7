"""The points of a funnel as rows of a file, as the figure draws them: others than the reader unnamed."""

from collections.abc import Sequence

import numpy as np

from api.figure_rows import Cell, scaled, yes
from components.descriptions.funnel import funnel_note, funnel_place
from data.published import Published
from queries.funnel_limits import FunnelLimit, funnel_limits
from queries.funnel_units import funnel_units
from queries.funnels import funnels
from queries.indicators import Indicator
from queries.publication import Publication

HEADERS: tuple[str, ...] = (
    "indicator", "periode", "partner", "n", "waarde", "plaats", "publicatie", "fictief", "eenheid",
    "gemiddelde", "grens_95_laag", "grens_95_hoog", "grens_998_laag", "grens_998_hoog", "toelichting",
)  # fmt: skip


def funnel_rows(
    published: Published,
    made: Publication,
    indicator: Indicator,
    *,
    period: str,
    own: str | None,
    language: str,
) -> list[tuple[Cell, ...]]:
    """Each partner beside what chance allows at its n; `own` is the code of the only one that is named."""
    units = funnel_units(published, indicator=indicator.code, period=period)
    found = next(iter(funnels(published, indicator=indicator.code, period=period)), None)
    if found is None or not units:
        return [HEADERS]
    lines = funnel_limits(published, indicator=indicator.code, period=period)
    note = funnel_note(units, language=language)
    rows: list[tuple[Cell, ...]] = [
        (indicator.code, period, unit.partner if unit.partner == own else None, unit.n,
         scaled(unit.value, indicator), funnel_place(unit, language), made.version, yes(made.fictional),
         indicator.unit, scaled(found.centre, indicator),
         *(scaled(end, indicator) for end in _limits(lines, unit.n)), note)
        for unit in units
    ]  # fmt: skip
    return [HEADERS, *rows]


def _limits(lines: Sequence[FunnelLimit], n: int) -> list[float | None]:
    """The limits at 95 % and 99.8 % at this n, on the lines as they are drawn from point to point."""
    if not lines:
        return [None] * 4
    sizes = [one.n for one in lines]
    drawn = [(one.lower95, one.upper95, one.lower998, one.upper998) for one in lines]
    return [float(np.interp(n, sizes, line)) for line in zip(*drawn, strict=True)]
