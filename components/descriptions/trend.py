"""A series in words: the text alternative of its figure."""

from collections.abc import Sequence
from datetime import date

from components import format as written
from components.descriptions.criterion import criterion_on, criterion_text
from components.figures.rows import CriterionStep, Mark, PathPoint, Point, Reading
from components.text import say


def trend_description(
    points: Sequence[Point],
    *,
    reading: Reading,
    criterion: Sequence[CriterionStep] = (),
    path: Sequence[PathPoint] = (),
    marks: Sequence[Mark] = (),
) -> str:
    """'Van 24 % in 2023 naar 18 % in het 3e kwartaal 2026. De norm is 15 % of minder. …'"""
    known = comparable(points, marks)
    sentences = [_course(known, points, reading)]
    if any(known) and known[-1].provisional:
        sentences.append(say("trend.provisional", reading.language))
    sentences += _hidden(points, known, reading)
    sentences.append(_criterion(criterion, points, reading))
    sentences += _target(path, reading) + _break(marks, points, reading)
    return " ".join(sentences)


def comparable(points: Sequence[Point], marks: Sequence[Mark] = ()) -> list[Point]:
    """The points with a value since the last break before them, in order of time."""
    ordered = sorted((point for point in points if point.value is not None), key=lambda point: point.middle)
    if not ordered:
        return []
    breaks = [mark.on for mark in marks if mark.kind == "break" and mark.on <= ordered[-1].middle]
    return [point for point in ordered if not breaks or point.middle >= max(breaks)]


def _course(known: Sequence[Point], points: Sequence[Point], reading: Reading) -> str:
    if not known:
        hidden = any(point.suppressed for point in points)
        return say("trend.all_hidden" if hidden else "trend.none", reading.language)
    last = {"last": amount_text(known[-1], reading), "last_period": period_phrase(known[-1], reading)}
    if len(known) == 1:
        return say("trend.one", reading.language, **last)
    first = {"first": amount_text(known[0], reading), "first_period": period_phrase(known[0], reading)}
    if first["first"] == last["last"]:
        return say(
            "trend.same",
            reading.language,
            last=last["last"],
            last_period=last["last_period"],
            first_period=first["first_period"],
        )
    return say("trend.from_to", reading.language, **first, **last)


def _hidden(points: Sequence[Point], known: Sequence[Point], reading: Reading) -> list[str]:
    hidden = sum(point.suppressed for point in points)
    if not hidden or not known:
        return []
    if hidden == 1:
        return [say("trend.some_hidden_one", reading.language)]
    return [say("trend.some_hidden", reading.language, number=written.number(hidden, reading.language))]


def _criterion(steps: Sequence[CriterionStep], points: Sequence[Point], reading: Reading) -> str:
    day = max((point.middle for point in points), default=date.max)
    step = criterion_on(steps, day)
    if step is None:
        return say("trend.no_criterion", reading.language)
    return say("trend.criterion", reading.language, criterion=criterion_text(step, reading))


def _target(path: Sequence[PathPoint], reading: Reading) -> list[str]:
    target = target_of(path)
    if target is None:
        return []
    amount = written.value(target.value, reading.unit, reading.language, reading.decimals)
    return [say("trend.target", reading.language, target=amount, year=target.on.year)]


def _break(marks: Sequence[Mark], points: Sequence[Point], reading: Reading) -> list[str]:
    last = max((point.middle for point in points), default=date.min)
    first = min((point.middle for point in points), default=date.max)
    breaks = [mark.on for mark in marks if mark.kind == "break" and first < mark.on <= last]
    if not breaks:
        return []
    return [say("trend.break", reading.language, date=written.long_date(max(breaks), reading.language))]


def target_of(path: Sequence[PathPoint]) -> PathPoint | None:
    """The last point of the path, unless it is only a baseline or a milestone."""
    last = max(path, key=lambda point: point.on, default=None)
    return last if last is not None and last.kind in (None, "target") else None


def period_phrase(point: Point, reading: Reading) -> str:
    """'het 3e kwartaal 2026': the period as it stands in a sentence."""
    name = written.period_name(point.period, reading.language)
    needs_article = reading.language == "nl" and point.kind in ("quarter", "half_year")
    article = {"quarter": "het ", "half_year": "de "}
    return f"{article[point.kind]}{name}" if needs_article else name


def amount_text(point: Point, reading: Reading) -> str:
    """The value as it stands in a sentence; nothing without one."""
    return (
        ""
        if point.value is None
        else written.value(point.value, reading.unit, reading.language, reading.decimals)
    )
