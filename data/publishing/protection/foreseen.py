"""Attacks what will be written, while more can still be hidden, with sums that nobody told of.

Where a number of a small group follows from figures of which nobody knew that they tell it, everything about
these cases is hidden, and then what the numbers tie to them. That hides too much rather than too little: it
is for what the search does not know, and whoever publishes reads which indicators it was about.
"""

from collections.abc import Callable, Sequence

import numpy as np

from data.publishing.aggregation import Progress
from data.publishing.protection.hiding import hidden_so_far, hide_rows
from data.publishing.protection.looking import Sight, read_every_place, seen_now
from data.publishing.protection.populations import Population
from data.publishing.release import choose_shared
from data.publishing.statements import run
from data.store import Connection, rows
from domain.audience import STEERING
from domain.disclosure_columns import Column, Places, followed, neighbours

_NAMES = "SELECT n.number, n.indicator FROM numbered_indicator AS n"


def hide_what_would_follow(
    connection: Connection,
    groups: Sequence[Population],
    least: int,
    settle: Callable[[], None],
    tell: Progress,
) -> Sight | None:
    """What the steering group's file will show, when nothing of a small group follows from it any more.

    `settle` makes anew what depends on the mask. None where something follows and nothing is left to hide:
    then nothing was found safe, and the last look stops it.
    """
    places, before = read_every_place(connection), hidden_so_far(connection)
    left = [group for group in groups if not all(bool(one.suppressed.all()) for one in group.members)]
    gone: list[Population] = []
    while True:
        sight = _foreseen(connection, least)
        every = sight.columns(places)
        found = set(np.flatnonzero(followed(every, places)).tolist())
        telling = _telling(every, places, found, left)
        if not telling:
            break
        hide_rows(connection, [one.row_ids for group in telling for one in group.members])
        settle()
        gone, left = [*gone, *telling], [group for group in left if group not in telling]
    if gone:
        names = ", ".join(_names(connection, gone))
        tell(f"Verborgen wat anders een klein getal verraadt: {_more(connection, before)} van {names}", 1, 1)
    return None if found else sight


def _foreseen(connection: Connection, least: int) -> Sight:
    choose_shared(connection, STEERING.file)
    run(connection, "audiences/foreseen_row")
    try:
        return seen_now(connection, least)
    finally:
        connection.execute("DROP VIEW seen_row")


def _telling(
    every: Sequence[Column], places: Places, found: set[int], left: Sequence[Population]
) -> list[Population]:
    """Which of these to hide next: those with columns of which was found too much, and else the nearest."""
    reach = found
    while reach:
        indicators = {number for at in reach for number in every[at].of}
        telling = [group for group in left if any(one.indicator in indicators for one in group.members)]
        more = neighbours(every, places, reach) - reach
        if telling or not more:
            return telling
        reach = reach | more
    return []


def _more(connection: Connection, before: int) -> str:
    return f"{hidden_so_far(connection) - before} cijfers"


def _names(connection: Connection, groups: Sequence[Population]) -> list[str]:
    codes = {int(str(number)): str(code) for number, code in rows(connection, _NAMES)}
    return sorted(codes[one.indicator] for group in groups for one in group.members)
