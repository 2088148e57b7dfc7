"""What comes of each total if nothing changes, as far as the figures that an audience sees can say it."""

from collections.abc import Iterator

from data.publishing.judging.kept import Rows
from data.publishing.judging.series import Line, Series, place_of
from domain.forecast import fan
from domain.period import PeriodKind, period_of

_TYPES = {
    "mask": "VARCHAR",
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


def foreseen(series: Series) -> dict[str, Rows]:
    """What comes of a series, as rows of `foreseen`; only of totals, and not by year."""
    lines = series.lines.values() if series.is_total else ()
    return {
        "foreseen": [
            (series.mask, *row)
            for line in lines
            if line.grain is not PeriodKind.YEAR
            for row in _forecast(series, line.current)
        ]
    }


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
