"""Where a series goes, in plain sentences: what was seen, and whether it is more than chance."""

from collections.abc import Sequence
from typing import Protocol

from components import format as written
from components.descriptions.counts import MEANS
from components.figures.rows import Judged, Point, Reading
from components.text import say
from domain.control_rules import RUN_LENGTH
from domain.movement import QUARTERS_A_SIDE
from domain.process_control import MIN_POINTS
from domain.status import Movement

_LOOKED_AT = 4  # so many of the latest figures are named when nothing stands out
_QUARTERS = "quarters"


class Reason(Protocol):
    """On what a movement is based: a control chart with its rules, or the last quarters and those before.

    `kind` is the judged grain; `rules` are rule and side of each signal at the latest point.
    """

    @property
    def basis(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def rules(self) -> Sequence[str]: ...
    @property
    def difference(self) -> float | None: ...
    @property
    def lower(self) -> float | None: ...
    @property
    def upper(self) -> float | None: ...


def movement_sentence(
    movement: Movement,
    points: Sequence[Point],
    reading: Reading,
    *,
    reason: Reason | None = None,
    limits: tuple[float, float] | None = None,
) -> str:
    """'De laatste vier kwartalen schommelen tussen 16 % en 19 %. Dat past bij toeval. …'

    `points` are those of the series, oldest first; `limits` are what its control chart allows, where known.
    """
    language = reading.language
    if movement is Movement.SUPPRESSED:
        return say("judged_movement.suppressed", language)
    if movement is Movement.TOO_FEW:
        return say(
            "judged_movement.too_few",
            language,
            points=written.number(MIN_POINTS, language),
            quarters=written.count_word(2 * QUARTERS_A_SIDE, language),
        )
    if reason is not None and reason.basis == _QUARTERS:
        parts = [_seen_in_quarters(movement, reason, reading)]
    elif movement is Movement.NO_CHANGE:
        kind = reason.kind if reason else next((point.kind for point in reversed(points)), "")
        parts = [*_swing(points, kind, reading), *_limits(limits, kind, reading)]
    else:
        parts = _signals(reason, language)
    return " ".join([*parts, say(f"judged_movement.{movement}", language)])


def told_movement(points: Sequence[Judged]) -> Movement:
    """The movement of a series, as it stands with its latest judged figure."""
    told = [point.movement for point in points if point.movement]
    if told:
        return Movement(told[-1])
    is_hidden = bool(points) and all(point.suppressed for point in points)
    return Movement.SUPPRESSED if is_hidden else Movement.TOO_FEW


def _signals(reason: Reason | None, language: str) -> list[str]:
    run = written.count_word(RUN_LENGTH, language)
    return [say(f"movement_rule.{rule}", language, run=run) for rule in (reason.rules if reason else ())]


def _swing(points: Sequence[Point], kind: str, reading: Reading) -> list[str]:
    shown = [point.value for point in points if point.kind == kind and point.value is not None]
    latest = shown[-_LOOKED_AT:]
    if len(latest) < _LOOKED_AT:
        return []
    low, high = (_amount(value, reading) for value in (min(latest), max(latest)))
    count = written.count_word(len(latest), reading.language)
    periods = say(f"grain_plural.{kind}", reading.language)
    key = "judged_movement.steady" if low == high else "judged_movement.swing"
    return [say(key, reading.language, count=count, periods=periods, low=low, high=high)]


def _limits(limits: tuple[float, float] | None, kind: str, reading: Reading) -> list[str]:
    """From where on a figure would stand out; a limit that no figure can pass is left out."""
    if limits is None:
        return []
    low, high = (_amount(limit, reading) for limit in limits)
    period = written.grain_name(kind, reading.language)
    if limits[0] <= 0:
        return [say("judged_movement.above", reading.language, period=period, high=high)]
    if reading.unit == "procent" and limits[1] >= 1:
        return [say("judged_movement.below", reading.language, period=period, low=low)]
    return [say("judged_movement.outside", reading.language, period=period, low=low, high=high)]


def _seen_in_quarters(movement: Movement, reason: Reason, reading: Reading) -> str:
    language = reading.language
    if reason.difference is None or reason.lower is None or reason.upper is None:
        is_mean = reading.unit in MEANS
        return say(f"judged_movement.no_margin{'_spread' if is_mean else ''}", language)
    count = written.count_word(QUARTERS_A_SIDE, language)
    if movement is Movement.NO_CHANGE:
        ends = [_signed(end, reading) for end in (reason.lower, reason.upper)]
        key, amount = "judged_movement.same_quarters", reason.difference
    else:
        nearest = sorted((abs(reason.lower), abs(reason.upper)))
        ends = [_signed(end, reading).lstrip("+") for end in nearest]
        side = "higher" if reason.difference > 0 else "lower"
        key, amount = f"judged_movement.{side}_quarters", reason.difference
    return say(
        key,
        language,
        count=count,
        difference=_difference(amount, movement, reading),
        low=ends[0],
        high=ends[1],
    )


def _difference(amount: float, movement: Movement, reading: Reading) -> str:
    """With its sign only where no word says higher or lower."""
    named = amount if movement is Movement.NO_CHANGE else abs(amount)
    text = written.difference(named, reading.unit, reading.language, reading.decimals)
    return text if movement is Movement.NO_CHANGE else text.lstrip("+")


def _signed(amount: float, reading: Reading) -> str:
    return written.signed(amount, reading.unit, reading.language, reading.decimals)


def _amount(amount: float, reading: Reading) -> str:
    return written.value(amount, reading.unit, reading.language, reading.decimals)
