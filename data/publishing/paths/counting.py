"""Counts care paths and joint trajectories, exactly; nobody sees these tables."""

from datetime import date

from data.publishing.statements import load, run
from data.store import Connection, rows
from domain.period import Period, horizon

WINDOW_MONTHS = 6
"""Help that starts within these months after the end of other help follows upon it."""

_YEARS = {"first_year": "VARCHAR", "last_year": "VARCHAR"}
_SPAN = "SELECT min(year(a.starts_on)), max(year(a.ends_on)) FROM ambition AS a"


def compute_paths(connection: Connection, first_day: date) -> None:
    """Make `exact_care_path`, `care_path_scope_row` and `exact_joint_care` from the records."""
    span = _plan_span(connection)
    load(connection, "path_span", _YEARS, [(str(span.start.year), str(span.end.year))])
    years = {"first_year": span.start.year, "last_year": span.end.year, "horizon": span.code}
    run(connection, "paths/followed", first_day=first_day, window_months=WINDOW_MONTHS)
    run(connection, "paths/counted", **years)
    run(connection, "paths/scope", window_months=WINDOW_MONTHS, **years)
    run(connection, "paths/joint", first_day=first_day, **years)


def _plan_span(connection: Connection) -> Period:
    """From the first year of the first ambition to the last of the last: one span, whatever their number."""
    first, last = rows(connection, _SPAN)[0]
    return horizon(int(str(first)), int(str(last)))
