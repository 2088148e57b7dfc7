"""What was agreed about each indicator, as judging needs it: direction, path to its goal, breaks, horizon."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from data.publishing.statements import statement
from data.store import Connection, rows
from domain.aim import Aim, aim
from domain.path import Waypoint, good_side, month_of_year
from domain.period import Period, parse_period
from domain.status import Direction

DIRECTIONS = {"hoger": Direction.HIGHER, "lager": Direction.LOWER, "geen": Direction.NONE}


@dataclass(frozen=True)
class Agreed:
    """One indicator; `until` is the last day of its ambition, `periods` are those of the publication."""

    indicator: str
    measure: str
    is_population: bool
    direction: Direction
    aim: Aim | None
    until: date | None
    periods: dict[int, Period]


def read_agreed(connection: Connection) -> list[Agreed]:
    """Every indicator of the plan, with the first goal that it measures."""
    periods = {int(str(number)): parse_period(str(code)) for number, code in rows(connection, _PERIODS)}
    milestones = _by_first(rows(connection, _MILESTONES))
    breaks = _by_first(rows(connection, _BREAKS))
    found: list[tuple[Any, ...]] = rows(connection, statement("judging/agreed"))
    return [
        Agreed(
            indicator=indicator,
            measure=measure,
            is_population=level == "bevolking",
            direction=DIRECTIONS[direction],
            aim=_aim(DIRECTIONS[direction], goal, milestones.get(goal[0], []), breaks.get(indicator, [])),
            until=until,
            periods=periods,
        )
        for indicator, measure, level, direction, until, *goal in found
    ]


_PERIODS = "SELECT p.period_id, p.code FROM period AS p"
_MILESTONES = """
    SELECT m.goal, m.year, m.value / i.per_share
    FROM milestone AS m
    INNER JOIN goal AS g ON m.goal = g.code
    INNER JOIN counted_indicator AS i ON g.indicator = i.indicator
"""
_BREAKS = "SELECT b.indicator, b.broke_on FROM series_break AS b ORDER BY b.broke_on"


def _aim(
    direction: Direction, goal: list[Any], milestones: list[tuple[Any, ...]], breaks: list[Any]
) -> Aim | None:
    _, baseline, baseline_year, target, target_year = goal
    if target is None or target_year is None or (direction is Direction.NONE and baseline is None):
        return None
    side = good_side(direction, target if baseline is None else baseline, target)
    start = None
    if baseline is not None and baseline_year is not None:
        start = Waypoint(month_of_year(baseline_year), baseline)
    between = [Waypoint(month_of_year(year), value) for year, value in milestones]
    end = Waypoint(month_of_year(target_year), target)
    return aim(start, end, between, side=side, breaks=[day for (day,) in breaks])


def _by_first(found: list[tuple[Any, ...]]) -> dict[str, list[tuple[Any, ...]]]:
    grouped: dict[str, list[tuple[Any, ...]]] = {}
    for first, *rest in found:
        grouped.setdefault(str(first), []).append(tuple(rest))
    return grouped
