"""Judges what depends on a mask: movements, limits, forecasts, funnels and effects, once for each mask.

Everything here is computed from what the readers behind a mask see, so that nothing hidden can be read from
it. What all partners see of each other is judged once, and what a partner sees of itself when its file is
written: judging is Python and writing is not, so that two threads that do both keep two processors busy.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from data.publishing.judging import effects, movements, outlook
from data.publishing.judging.agreed import Agreed
from data.publishing.judging.effects import Acted, effects_of, read_actions
from data.publishing.judging.explained import explain
from data.publishing.judging.funnels import draw_funnels
from data.publishing.judging.kept import Rows, keep, keep_more
from data.publishing.judging.movements import moved, told_of
from data.publishing.judging.outlook import foreseen
from data.publishing.judging.series import Series, prepare_series, shown_series
from data.store import Connection

_TABLES = {**movements.TABLES, **outlook.TABLES, **effects.TABLES}


@dataclass(frozen=True)
class Judging:
    """What every mask is judged against."""

    agreed: Sequence[Agreed]
    actions: Sequence[Acted]


def judge_masks(connection: Connection, agreed: Sequence[Agreed]) -> Judging:
    """Make the tables of what is judged from shown figures, for all but what a partner sees of itself."""
    explain(connection)
    prepare_series(connection)
    judging = Judging(agreed, read_actions(connection))
    found = _judged("closed", shown_series(connection, "closed", None, agreed), judging.actions)
    for table, types in _TABLES.items():
        keep(connection, table, types, found[table])
    draw_funnels(connection)
    return judging


def judge_own(connection: Connection, judging: Judging, partner: str) -> None:
    """Add to those tables what this partner sees of itself."""
    series = shown_series(connection, "own", partner, judging.agreed)
    actions = [action for action in judging.actions if action.partner == partner]
    found = _judged("own", series, actions)
    for table, types in _TABLES.items():
        keep_more(connection, table, types, found[table])


def _judged(mask: str, shown: Iterable[Series], actions: Sequence[Acted]) -> Mapping[str, Rows]:
    found: dict[str, Rows] = defaultdict(list)
    totals: list[Series] = []
    for series in shown:
        for table, rows in {**told_of(series, moved(series)), **foreseen(series)}.items():
            found[table] += rows
        if series.is_total:
            totals.append(series)
    found["acted"] += effects_of(mask, actions, totals)
    return found
