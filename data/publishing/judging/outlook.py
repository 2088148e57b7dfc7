"""What comes of each total if nothing changes, as far as the figures that an audience sees can say it."""

from collections.abc import Iterable, Iterator

from data.publishing.judging.kept import keep
from data.publishing.judging.series import Line, Series, place_of
from data.store import Connection
from domain.forecast import fan
from domain.period import PeriodKind, period_of

_TYPES = {
    "row_id": "INTEGER",
    "period": "VARCHAR",
    "on": "DATE",
    "fit": "DOUBLE",
    "lower80": "DOUBLE",
    "upper80": "DOUBLE",
    "lower95": "DOUBLE",
    "upper95": "DOUBLE",
}
TABLES = {"foreseen": _TYPES}


def foresee(connection: Connection, shown: Iterable[Series]) -> None:
    """Make the table `foreseen` of an audience."""
    found = [
        row
        for series in shown
        if series.is_total
        for line in series.lines.values()
        if line.grain is not PeriodKind.YEAR
        for row in _forecast(series, line.current)
    ]
    keep(connection, "foreseen", _TYPES, found)


def _forecast(series: Series, line: Line) -> Iterator[tuple[object, ...]]:
    if series.agreed.until is None:
        return
    until = place_of(period_of(series.agreed.until, line.grain))
    expected = fan(line.places, line["value"].tolist(), until=until)
    if expected is None:
        return
    columns = (expected.fit, expected.lower80, expected.upper80, expected.lower95, expected.upper95)
    for place, *values in zip(expected.times.tolist(), *(column.tolist() for column in columns), strict=True):
        period = line.period(int(place))
        yield (line.row_id(-1), period.code, period.middle, *values)
