"""A series in words: the text alternative of its figure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from components import format as written
from components.descriptions.counts import interval_text, is_margin_said
from components.descriptions.criterion import criterion_on, criterion_text
from components.descriptions.events import event_lines
from components.figures.expected import possible
from components.figures.rows import CriterionStep, Expected, Mark, PathPoint, Point, Reading
from components.text import say
from domain.period import PeriodKind, parse_period, period_of


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What is told of the figure of one period: criterion, movement and path, a sentence each."""

    period: str
    sentences: Sequence[str]


def trend_description(
    points: Sequence[Point],
    *,
    reading: Reading,
    criterion: Sequence[CriterionStep] = (),
    path: Sequence[PathPoint] = (),
    marks: Sequence[Mark] = (),
    forecast: Sequence[Expected] = (),
    verdicts: Verdicts | None = None,
) -> str:
    """'Van 24 % in 2023 naar 18 % in het 3e kwartaal 2026. De norm is 15 % of minder. …'

    The `verdicts` go first, and what they say is not said again; then the course and what is drawn beside it.
    """
    known, told = comparable(points, marks), _told(verdicts, reading)
    sentences = [_course(known, points, reading), *_latest(known, reading, told)]
    sentences += _hidden(points, known, reading)
    sentences += _criterion(criterion, points, reading, told)
    sentences += _target(path, reading, told) + _break(marks, points, reading)
    sentences += forecast_sentences(forecast, points, reading)
    sentences += [line for mark in marks if mark.kind == "action" for line in event_sentences(mark, reading)]
    return " ".join([told, *sentences]).strip()


def forecast_sentences(forecast: Sequence[Expected], points: Sequence[Point], reading: Reading) -> list[str]:
    """The last expected figure with its 95 % band; none where nothing is expected."""
    last = max(forecast, key=lambda each: each.on, default=None)
    if last is None or not points:
        return []
    period = expected_period(last, points)
    amounts = [
        written.value(possible(each, reading), reading.unit, reading.language, reading.decimals)
        for each in (last.fit, last.lower95, last.upper95)
    ]
    return [
        say(
            "trend.forecast",
            reading.language,
            period=_phrase(period, reading),
            **dict(zip(("value", "low", "high"), amounts, strict=True)),
        )
    ]


def expected_period(expected: Expected, points: Sequence[Point]) -> str:
    """The period in which a figure is expected: of the same kind as those that were measured."""
    return period_of(expected.on, PeriodKind(points[-1].kind)).code


def event_sentences(mark: Mark, reading: Reading) -> list[str]:
    """A dated event as the list below a figure names it, as a sentence."""
    return [f"{line.rstrip('.')}." for line in event_lines([mark], reading=reading)]


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


def _told(verdicts: Verdicts | None, reading: Reading) -> str:
    """The verdicts, and of which period they are."""
    if verdicts is None or not verdicts.sentences:
        return ""
    period, told = _phrase(verdicts.period, reading), " ".join(verdicts.sentences)
    return say("trend.about", reading.language, period=period, told=told)


def _latest(known: Sequence[Point], reading: Reading, told: str) -> list[str]:
    """The margin of the latest figure, and that it may still change."""
    if not known:
        return []
    last, margin = known[-1], interval_text(known[-1], reading)
    parts = []
    if margin and not is_margin_said(told, last, reading):
        parts.append(say("trend.margin", reading.language, interval=margin))
    if last.provisional:
        parts.append(say("trend.provisional", reading.language))
    return parts


def _hidden(points: Sequence[Point], known: Sequence[Point], reading: Reading) -> list[str]:
    hidden = sum(point.suppressed for point in points)
    if not hidden or not known:
        return []
    if hidden == 1:
        return [say("trend.some_hidden_one", reading.language)]
    return [say("trend.some_hidden", reading.language, number=written.number(hidden, reading.language))]


def _criterion(
    steps: Sequence[CriterionStep], points: Sequence[Point], reading: Reading, told: str
) -> list[str]:
    day = max((point.middle for point in points), default=date.max)
    step = criterion_on(steps, day)
    if step is None:
        is_said = say("judged.no_criterion", reading.language) in told
        return [] if is_said else [say("trend.no_criterion", reading.language)]
    text = criterion_text(step, reading)
    is_said = f"({text})" in told or say("judged.beside", reading.language, criterion=text) in told
    return [] if is_said else [say("trend.criterion", reading.language, criterion=text)]


def _target(path: Sequence[PathPoint], reading: Reading, told: str) -> list[str]:
    target = target_of(path)
    if target is None:
        return []
    amount = written.value(target.value, reading.unit, reading.language, reading.decimals)
    keys = ("reached", "no_path", "not_begun")
    goal = {"target": amount, "year": target.on.year}
    if any(say(f"judged_path.{key}", reading.language, **goal) in told for key in keys):
        return []
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
    return _phrase(point.period, reading)


def _phrase(period: str, reading: Reading) -> str:
    name = written.period_name(period, reading.language)
    article = {PeriodKind.QUARTER: "het ", PeriodKind.HALF_YEAR: "de "}
    return f"{article.get(parse_period(period).kind, '')}{name}" if reading.language == "nl" else name


def amount_text(point: Point, reading: Reading) -> str:
    """The value as it stands in a sentence; nothing without one."""
    return (
        ""
        if point.value is None
        else written.value(point.value, reading.unit, reading.language, reading.decimals)
    )
