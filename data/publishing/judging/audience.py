"""Judges for one audience what depends on its mask: movements, limits, forecasts, funnels and effects.

Everything here is computed from what that audience sees, so that nothing hidden can be read from it.
"""

from collections.abc import Sequence

from data.publishing.judging import effects, funnels, movements, outlook
from data.publishing.judging.agreed import Agreed
from data.publishing.judging.effects import judge_effects
from data.publishing.judging.explained import explain
from data.publishing.judging.funnels import draw_funnels, keep_visible_partners
from data.publishing.judging.kept import keep
from data.publishing.judging.movements import judge_movements
from data.publishing.judging.outlook import foresee
from data.publishing.judging.series import shown_series
from data.store import Connection

JUDGED = (
    "movement_reason",
    "control_limit",
    "forecast",
    "funnel",
    "funnel_limit",
    "funnel_unit",
    "action_effect",
    "method_value",
    "false_signal",
)
"""The published tables that an audience gets of it."""


def judge_audience(connection: Connection, agreed: Sequence[Agreed], reader: str | None) -> None:
    """Judge the rows of `audience_row`; the steering group (no reader) goes first: it sees every partner."""
    if reader is None:
        keep_visible_partners(connection)
        explain(connection)
    shown = list(shown_series(connection, agreed))
    judge_movements(connection, shown)
    foresee(connection, shown)
    judge_effects(connection, shown, reader)
    draw_funnels(connection, reader)


def judge_nothing(connection: Connection) -> None:
    """Leave what depends on a mask out: the exact file has no audience."""
    for table, types in {**movements.TABLES, **outlook.TABLES, **effects.TABLES, **funnels.TABLES}.items():
        keep(connection, table, types, ())
