"""The funnels: partners beside each other in a year or half-year, around all together.

Only partners that every exact-count audience may see are drawn. Who may not be named is drawn without code,
rounded, ordered by size and value, and only among enough others; its place follows from what is drawn. So the
files of all partners have the same limits and points, save that each has its own point in full.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from data.publishing.judging.kept import Rows, keep
from data.publishing.statements import statement
from data.store import Connection, rows
from domain.columns import Numbers, numbers
from domain.funnel import (
    MIN_VISIBLE,
    Funnel,
    Limits,
    additive_limits,
    classify,
    funnel,
    share_limits,
    unnamed,
)

GRID = 40
_DRAWN_FOR = {"drawn_for": "VARCHAR", "row_id": "INTEGER"}
_UNIT = {
    **_DRAWN_FOR,
    "code": "VARCHAR",
    "partner": "VARCHAR",
    "n": "INTEGER",
    "value": "DOUBLE",
    "place": "VARCHAR",
    "adjusted_place": "VARCHAR",
}
_LIMIT = {
    **_DRAWN_FOR,
    "code": "VARCHAR",
    "adjusted": "BOOLEAN",
    "n": "INTEGER",
    "lower95": "DOUBLE",
    "upper95": "DOUBLE",
    "lower998": "DOUBLE",
    "upper998": "DOUBLE",
}
_FUNNEL = {**_DRAWN_FOR, "centre": "DOUBLE", "units": "INTEGER", "phi": "DOUBLE", "tau2": "DOUBLE"}
_TABLES = {"drawn_funnel": _FUNNEL, "drawn_limit": _LIMIT, "drawn_unit": _UNIT}


@dataclass(frozen=True)
class Unit:
    """One partner as drawn; `partner` is empty where it may not be named."""

    code: str
    partner: str | None
    n: int
    value: float


@dataclass(frozen=True)
class Drawn:
    """The funnel of one comparison, for those who see these units."""

    drawn_for: str
    row_id: int
    units: list[Unit]
    made: Funnel

    @property
    def sizes(self) -> Numbers:
        return numbers([unit.n for unit in self.units])

    def curves(self, n: Numbers) -> Iterator[tuple[bool, Limits]]:
        """The limits at these sizes, also adjusted for the variance between partners where that holds."""
        yield False, share_limits(self.made.centre, n)
        if self.made.is_adjusted and self.made.overdispersion is not None:
            yield True, additive_limits(self.made.centre, n, self.made.overdispersion.tau2)


def draw_funnels(connection: Connection) -> None:
    """Make `drawn_funnel`, `drawn_limit` and `drawn_unit`, for the steering group and for all partners."""
    found: dict[str, Rows] = {table: [] for table in _TABLES}
    compared: list[tuple[Any, ...]] = rows(connection, statement("judging/funnel_partner"))
    for row_id, centre, partners in compared:
        visible = [partner for partner in partners if partner["visible"]]
        is_enough = len(visible) >= MIN_VISIBLE
        named = [_unit(one, is_named=one["named"]) for one in visible if one["named"] or is_enough]
        nameless = [_unit(one, is_named=False) for one in visible if is_enough]
        _add(found, _drawn("steering", row_id, centre, named))
        own = [_unit(partner, is_named=True) for partner in partners if partner["own"]]
        _add(found, _drawn("partner", row_id, centre, nameless), own)
    for table, types in _TABLES.items():
        keep(connection, table, types, found[table])


def _unit(partner: dict[str, Any], *, is_named: bool) -> Unit:
    n, value = int(partner["denominator"]), partner["numerator"] / partner["denominator"]
    if is_named:
        return Unit(partner["code"], partner["code"], n, value)
    return Unit(partner["code"], None, *unnamed(n, value))


def _drawn(drawn_for: str, row_id: int, centre: float, units: list[Unit]) -> Drawn | None:
    ordered = sorted(units, key=lambda unit: (unit.n, unit.value, unit.partner or ""))
    n = numbers([unit.n for unit in ordered])
    counts = n * numbers([unit.value for unit in ordered])
    made = funnel(counts, n, target=centre, adjust=True) if ordered else None
    return None if made is None else Drawn(drawn_for, row_id, ordered, made)


def _add(found: dict[str, Rows], drawn: Drawn | None, own: Iterable[Unit] = ()) -> None:
    """Rows of a funnel as it is drawn; `own` are the points that only their partner sees."""
    if drawn is None:
        return
    spread = drawn.made.overdispersion
    described = (drawn.made.centre, len(drawn.units), spread and spread.phi, spread and spread.tau2)
    found["drawn_funnel"].append((drawn.drawn_for, drawn.row_id, *described))
    sizes = drawn.sizes
    grid = np.unique(np.geomspace(max(sizes.min(), 1), sizes.max(), GRID).round())
    found["drawn_limit"] += _limits(drawn, drawn.drawn_for, [(None, n) for n in grid.tolist()])
    found["drawn_unit"] += _placed(drawn, drawn.drawn_for, drawn.units)
    mine = list(own)
    found["drawn_limit"] += _limits(drawn, "own", [part for unit in mine for part in _beyond(unit, grid)])
    found["drawn_unit"] += _placed(drawn, "own", mine)


def _beyond(unit: Unit, grid: Numbers) -> list[tuple[str, float]]:
    """The sizes between a unit and the others, where it is smaller or larger than all that they see."""
    if grid[0] <= unit.n <= grid[-1]:
        return []
    edge = grid[0] if unit.n < grid[0] else grid[-1]
    sizes = np.unique(np.geomspace(max(unit.n, 1), edge, GRID // 2).round())
    return [(unit.code, n) for n in sizes.tolist() if not grid[0] <= n <= grid[-1]]


def _limits(drawn: Drawn, drawn_for: str, sizes: Sequence[tuple[str | None, float]]) -> Rows:
    curves = drawn.curves(numbers([n for _, n in sizes])) if sizes else ()
    return [
        (drawn_for, drawn.row_id, code, is_adjusted, int(n), *limits)
        for is_adjusted, curve in curves
        for (code, n), *limits in zip(
            sizes,
            curve.lower95.tolist(),
            curve.upper95.tolist(),
            curve.lower998.tolist(),
            curve.upper998.tolist(),
            strict=True,
        )
    ]


def _placed(drawn: Drawn, drawn_for: str, units: list[Unit]) -> Rows:
    n, values = numbers([unit.n for unit in units]), numbers([unit.value for unit in units])
    places = {adjusted: [*map(str, classify(values, curve))] for adjusted, curve in drawn.curves(n)}
    others = places.get(True, [None] * len(units))
    return [
        (drawn_for, drawn.row_id, unit.code, unit.partner, unit.n, unit.value, place, other)
        for unit, place, other in zip(units, places[False], others, strict=True)
    ]
