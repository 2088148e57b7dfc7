"""Judges what depends on a mask: movements, limits, forecasts, funnels and effects, once for each mask.

Everything here is computed from what the readers behind a mask see, so that nothing hidden can be read from
it. What all partners see of each other is judged once, and what a partner sees of itself once per partner.
"""

from collections.abc import Sequence

from data.publishing.judging import movements, outlook
from data.publishing.judging.agreed import Agreed
from data.publishing.judging.effects import judge_effects
from data.publishing.judging.explained import explain
from data.publishing.judging.funnels import draw_funnels
from data.publishing.judging.kept import Rows, keep
from data.publishing.judging.movements import moved, told_of
from data.publishing.judging.outlook import foreseen
from data.publishing.judging.series import Series, prepare_series, shown_series
from data.store import Connection

_TABLES = {**movements.TABLES, **outlook.TABLES}


def judge_masks(connection: Connection, agreed: Sequence[Agreed]) -> None:
    """Make the tables of what is judged from shown figures; each row says under which mask it holds."""
    explain(connection)
    prepare_series(connection)
    found: dict[str, Rows] = {table: [] for table in _TABLES}
    totals: list[Series] = []
    for series in shown_series(connection, agreed):
        for table, rows in {**told_of(series, moved(series)), **foreseen(series)}.items():
            found[table] += rows
        if series.is_total:
            totals.append(series)
    for table, types in _TABLES.items():
        keep(connection, table, types, found[table])
    judge_effects(connection, totals)
    draw_funnels(connection)
