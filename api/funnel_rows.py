"""The points of a funnel as rows of a file, as the figure draws them: others than the reader unnamed."""

import numpy as np

from api.figure_rows import Cell, scaled, yes
from components.descriptions.funnel import funnel_note, funnel_place
from data.published import Published
from domain.funnel import share_limits
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
    limits = share_limits(found.centre, np.array([float(unit.n) for unit in units]))
    note = funnel_note(units, language=language)
    rows: list[tuple[Cell, ...]] = [HEADERS]
    for place, unit in enumerate(units):
        ends = (limits.lower95, limits.upper95, limits.lower998, limits.upper998)
        rows.append((
            indicator.code, period, unit.partner if unit.partner == own else None, unit.n,
            scaled(unit.value, indicator), funnel_place(unit, language), made.version, yes(made.fictional),
            indicator.unit, scaled(found.centre, indicator),
            *(scaled(float(end[place]), indicator) for end in ends), note,
        ))  # fmt: skip
    return rows
