"""The title of a series with its conclusion, and the line under it with its course and what was counted."""

from collections.abc import Sequence

from components import format as written
from components.descriptions.counts import n_range_text
from components.descriptions.judgement import told_status
from components.descriptions.trend import amount_text, comparable
from components.figures.rows import Mark, Point, Reading
from components.text import say
from domain.status import Status

_JUDGED = {Status.MET, Status.NOT_MET, Status.UNDECIDED}


def trend_title(points: Sequence[Point], *, reading: Reading, marks: Sequence[Mark] = ()) -> str:
    """'Uitval: 18 %. Dat voldoet aan de norm.'; without a verdict the course since the last break."""
    known = comparable(points, marks)
    if not known:
        key = "trend.title_hidden" if any(point.suppressed for point in points) else "trend.title_none"
        return say(key, reading.language, name=reading.name)
    first, last = amount_text(known[0], reading), amount_text(known[-1], reading)
    status = told_status(known[-1])
    if status in _JUDGED:
        opening = say("trend.title_one", reading.language, name=reading.name, last=last)
        return f"{opening}. {say(f'goal.title_{status}', reading.language)}"
    if first == last:
        return say("trend.title_one", reading.language, name=reading.name, last=last)
    return say("trend.title_change", reading.language, name=reading.name, first=first, last=last)


def _unit(reading: Reading) -> str:
    """'in %', 'gemiddeld cijfer', 'aantal jongeren'."""
    if reading.unit == "aantal" and reading.counted:
        return say("unit.number_of", reading.language, counted=reading.counted)
    return say(f"unit.axis_{reading.unit}", reading.language)


def trend_subtitle(points: Sequence[Point], *, reading: Reading, marks: Sequence[Mark] = ()) -> str:
    """'Van 24 % naar 18 %, per kwartaal, n = 108 tot 122'; the unit where the title tells the course.

    The course begins after the last break; the line may begin earlier, so it then says since when.
    """
    unit = _unit(reading)
    if not points:
        return written.capital(unit)
    grain = written.grain_name(points[-1].kind, reading.language)
    known = comparable(points, marks)
    ends = [amount_text(one, reading) for one in (known[0], known[-1])] if known else []
    is_since = len(known) < sum(one.value is not None for one in points)
    if len(set(ends)) > 1 and (is_since or told_status(known[-1]) in _JUDGED):
        unit = say("trend.course", reading.language, first=ends[0], last=ends[1])
        if is_since:
            since = written.period_name(known[0].period, reading.language)
            unit = say("trend.course_since", reading.language, first=ends[0], last=ends[1], period=since)
    parts = [say("trend.subtitle", reading.language, unit=unit, grain=grain), n_range_text(points, reading)]
    return written.capital(", ".join(part for part in parts if part))
