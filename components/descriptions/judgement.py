"""What may be said of one figure, in plain sentences: against its criterion, and on its path.

The same sentence stands on the screen, in exports and as a text alternative. A figure that shows no signal
never reads as good: the sentence names what so many could have shown.
"""

from collections.abc import Sequence

from components import format as written
from components.descriptions.counts import MEANS, count_text, interval_text, told_apart
from components.descriptions.criterion import criterion_text
from components.descriptions.trend import period_phrase, target_of
from components.figures.rows import CriterionStep, Judged, PathPoint, Point, Reading
from components.text import say
from domain.status import PathStatus, Status

_UNSEEN = {Status.SUPPRESSED, Status.NOT_MEASURED, Status.NOT_AGREED}


def criterion_sentence(figure: Judged | None, step: CriterionStep | None, reading: Reading) -> str:
    """'22 van de 120 trajecten (18 %). Dat verschilt niet duidelijk van de norm (15 % of minder). …'"""
    status = told_status(figure)
    if figure is None or status in _UNSEEN:
        return say(f"judged.{status}", reading.language)
    parts = [observed_text(figure, reading)]
    if step is None or status is Status.NO_CRITERION:
        parts.append(say("judged.no_criterion", reading.language))
    elif status is Status.UNDECIDED:
        parts += _undecided(figure, step, reading)
    else:
        parts += _decided(figure, status, step, reading)
    return " ".join(parts)


def path_sentence(
    figure: Point | None, *, asked: float | None, path: Sequence[PathPoint], reading: Reading
) -> str:
    """'Het pad vraagt 15 % in het 3e kwartaal 2026. De marge loopt van 12 % tot 26 %, dus beide kan nog.'

    `asked` is the value of the path in the period of the figure; None where no path lies there.
    """
    language, target = reading.language, target_of(path)
    told = told_path(figure, has_target=target is not None)
    if target is None:
        return say(
            "judged_path.suppressed" if told is PathStatus.SUPPRESSED else "judged_path.no_target", language
        )
    goal = {"target": _amount(target.value, reading), "year": target.on.year}
    if figure is None or told in {PathStatus.NOT_MEASURED, PathStatus.SUPPRESSED}:
        return say(f"judged_path.{told}", language)
    if told is PathStatus.NO_TARGET:
        return say("judged_path.not_begun", language, **goal)
    if told is PathStatus.REACHED:
        return _joined(
            say("judged_path.reached", language, **goal),
            _margin("judged_path.keeps", figure, told_apart(reading, target.value, figure)),
        )
    if asked is None:
        return say("judged_path.no_path", language, **goal)
    finer = told_apart(reading, asked, figure)
    asks = say(
        "judged_path.asks", language, value=_amount(asked, finer), period=period_phrase(figure, reading)
    )
    return _joined(asks, _on_the_way(figure, told, finer))


def told_status(figure: Judged | None) -> Status:
    """The status of a figure; one that is not there was not measured, and nothing judged has no criterion."""
    if figure is None:
        return Status.NOT_MEASURED
    if figure.suppressed:
        return Status.SUPPRESSED
    if figure.value is None:
        return Status(figure.status) if figure.status in _UNSEEN else Status.NOT_MEASURED
    return Status(figure.status or Status.NO_CRITERION)


def told_path(figure: Judged | None, *, has_target: bool = True) -> PathStatus:
    """The path status of a figure, also of one that is not there."""
    if figure is not None and figure.suppressed:
        return PathStatus.SUPPRESSED
    if not has_target:
        return PathStatus.NO_TARGET
    if figure is None or figure.value is None:
        return PathStatus.NOT_MEASURED
    return PathStatus(figure.path or PathStatus.NO_TARGET)


def observed_text(figure: Judged, reading: Reading) -> str:
    """'22 van de 120 trajecten (18 %).' or '7,4 bij 210 cliënten.'"""
    amount = "" if figure.value is None else _amount(figure.value, reading)
    counted = count_text(figure, reading)
    if reading.unit == "aantal":
        amount = say("count.n", reading.language, number=amount, counted=reading.counted or "").strip()
    if reading.unit == "aantal" or not counted:
        return say("judged.value", reading.language, value=amount)
    is_part = reading.unit == "procent" and figure.numerator is not None
    return say("judged.share" if is_part else "judged.mean", reading.language, value=amount, counted=counted)


def _decided(figure: Judged, status: Status, step: CriterionStep, reading: Reading) -> list[str]:
    parts = [say(f"judged.{status}", reading.language, criterion=criterion_text(step, reading))]
    parts.append(_margin(f"judged.margin_{status}", figure, _beside(step, figure, reading)))
    if figure.strong:
        parts.append(say("judged.strong", reading.language))
    return [part for part in parts if part]


def _undecided(figure: Judged, step: CriterionStep, reading: Reading) -> list[str]:
    language, norm = reading.language, criterion_text(step, reading)
    if figure.lower is None or figure.upper is None:
        return [say("judged.beside", language, criterion=norm), _no_margin("judged", figure, reading)]
    if figure.lower == figure.upper:
        return [say("judged.beside", language, criterion=norm), say("judged.no_spread", language)]
    if figure.svd is not None:
        return [
            say("judged.undecided", language, criterion=norm),
            _visible(figure.svd, figure, step, reading),
        ]
    if reading.unit == "procent":
        too_few = say("judged.too_few", language, counted=_size(figure, reading))
        return [say("judged.unclear", language, criterion=norm), too_few]
    return [
        say("judged.undecided", language, criterion=norm),
        _margin("judged.margin_undecided", figure, _beside(step, figure, reading)),
    ]


def _beside(step: CriterionStep, figure: Judged, reading: Reading) -> Reading:
    """The reading in which the margin is seen to lie on its side of the criterion."""
    borders = [step.value] if step.value_to is None else [step.value, step.value_to]
    return max((told_apart(reading, border, figure) for border in borders), key=lambda one: one.decimals or 0)


def _visible(svd: float, figure: Judged, step: CriterionStep, reading: Reading) -> str:
    """From where on so many would have shown a difference; on the wrong side of the criterion."""
    high = step.value if step.value_to is None else step.value_to
    is_above = svd > high
    border = high if is_above else step.value
    places = written.decimals_of(reading.unit, reading.decimals)
    if _amount(svd, reading) == _amount(border, reading):
        places += 1
    amount = written.value(svd, reading.unit, reading.language, places)
    key = "judged.visible_above" if is_above else "judged.visible_below"
    return say(key, reading.language, counted=_size(figure, reading), value=amount)


def _on_the_way(figure: Judged, told: PathStatus, reading: Reading) -> str:
    if figure.lower is None or figure.upper is None:
        return _no_margin("judged_path", figure, reading)
    if figure.lower == figure.upper:
        return say("judged.no_spread", reading.language)
    keys = {PathStatus.ON_PATH: "judged_path.keeps", PathStatus.BEHIND: "judged_path.misses"}
    return _margin(keys.get(told, "judged.margin_undecided"), figure, reading)


def _no_margin(group: str, figure: Judged, reading: Reading) -> str:
    """Why there is no margin: what it follows from is not known, or no way to find it is."""
    if reading.unit in MEANS:
        return say(f"{group}.no_margin_spread", reading.language)
    if reading.unit == "procent" and figure.denominator is None:
        return say(f"{group}.no_margin_count", reading.language)
    return say(f"{group}.no_margin", reading.language)


def _margin(key: str, figure: Judged, reading: Reading) -> str:
    interval = interval_text(figure, reading)
    return say(key, reading.language, interval=interval) if interval else ""


def _size(figure: Judged, reading: Reading) -> str:
    things = reading.counted or say("count.things", reading.language)
    count = written.number(figure.denominator or 0, reading.language)
    return say("count.n", reading.language, number=count, counted=things)


def _amount(amount: float, reading: Reading) -> str:
    return written.value(amount, reading.unit, reading.language, reading.decimals)


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)
