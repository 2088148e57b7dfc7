"""The funnels of an audience: partners beside each other in a year or half-year, around all together.

Only partners that every exact-count audience may see are drawn. Who may not be named is drawn without code,
rounded, ordered by size and value, and only among enough others; its place follows from what is drawn.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from data.publishing.judging.kept import keep
from data.publishing.statements import run, statement
from data.store import Connection, rows
from domain.columns import numbers
from domain.funnel import Funnel, additive_limits, classify, funnel, share_limits
from domain.rounding import round_half_up, round_to_base

ROUND_TO = 5
MIN_VISIBLE = 8
"""Unnamed partners are drawn only where at least so many are visible."""

GRID = 40
_UNIT = {
    "row_id": "INTEGER",
    "partner": "VARCHAR",
    "n": "INTEGER",
    "value": "DOUBLE",
    "place": "VARCHAR",
    "adjusted_place": "VARCHAR",
}
_LIMIT = {
    "row_id": "INTEGER",
    "adjusted": "BOOLEAN",
    "n": "INTEGER",
    "lower95": "DOUBLE",
    "upper95": "DOUBLE",
    "lower998": "DOUBLE",
    "upper998": "DOUBLE",
}
_FUNNEL = {"row_id": "INTEGER", "centre": "DOUBLE", "units": "INTEGER", "phi": "DOUBLE", "tau2": "DOUBLE"}
TABLES = {"drawn_funnel": _FUNNEL, "drawn_limit": _LIMIT, "drawn_unit": _UNIT}


@dataclass(frozen=True)
class Unit:
    """One partner as drawn; without code when it may not be named."""

    partner: str | None
    n: int
    value: float


def keep_visible_partners(connection: Connection) -> None:
    """Make the table `visible_partner` from the audience that sees every partner."""
    run(connection, "judging/visible_partner")


def draw_funnels(connection: Connection, reader: str | None) -> None:
    """Make `drawn_funnel`, `drawn_limit` and `drawn_unit`, for the steering group or for one partner."""
    found: list[tuple[Any, ...]] = rows(connection, statement("judging/funnel_partner"), {"reader": reader})
    funnels, limits, units = [], [], []
    for row_id, centre, visible, partners in found:
        drawn = [_unit(partner) for partner in partners if partner["named"] or visible >= MIN_VISIBLE]
        ordered = sorted(drawn, key=lambda unit: (unit.n, unit.value, unit.partner or ""))
        made = _funnel(ordered, centre) if ordered else None
        if made is not None:
            funnels.append(_described(row_id, made, len(ordered)))
            limits += _limits(row_id, made, ordered)
            units += _units(row_id, made, ordered)
    keep(connection, "drawn_funnel", _FUNNEL, funnels)
    keep(connection, "drawn_limit", _LIMIT, limits)
    keep(connection, "drawn_unit", _UNIT, units)


def _unit(partner: dict[str, Any]) -> Unit:
    n, value = int(partner["denominator"]), partner["numerator"] / partner["denominator"]
    if partner["named"]:
        return Unit(partner["code"], n, value)
    return Unit(None, round_to_base(n, ROUND_TO), float(round_half_up(value, 2)))


def _funnel(units: list[Unit], centre: float) -> Funnel | None:
    n = numbers([unit.n for unit in units])
    return funnel(n * numbers([unit.value for unit in units]), n, target=centre, adjust=True)


def _described(row_id: int, made: Funnel, units: int) -> tuple[object, ...]:
    spread = made.overdispersion
    return row_id, made.centre, units, spread and spread.phi, spread and spread.tau2


def _limits(row_id: int, made: Funnel, units: list[Unit]) -> list[tuple[object, ...]]:
    sizes = [unit.n for unit in units]
    grid = np.unique(np.geomspace(max(min(sizes), 1), max(sizes), GRID).round())
    curves = [(False, share_limits(made.centre, grid))]
    if made.is_adjusted and made.overdispersion is not None:
        curves.append((True, additive_limits(made.centre, grid, made.overdispersion.tau2)))
    return [
        (row_id, is_adjusted, int(n), *limits)
        for is_adjusted, curve in curves
        for n, *limits in zip(
            grid.tolist(),
            curve.lower95.tolist(),
            curve.upper95.tolist(),
            curve.lower998.tolist(),
            curve.upper998.tolist(),
            strict=True,
        )
    ]


def _units(row_id: int, made: Funnel, units: list[Unit]) -> list[tuple[object, ...]]:
    n, values = numbers([unit.n for unit in units]), numbers([unit.value for unit in units])
    plain = classify(values, share_limits(made.centre, n))
    adjusted = made.classes if made.is_adjusted else np.full(n.size, None)
    return [
        (row_id, unit.partner, unit.n, unit.value, place.value, other and other.value)
        for unit, place, other in zip(units, plain, adjusted, strict=True)
    ]
