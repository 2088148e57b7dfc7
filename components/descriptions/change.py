"""What changed since the period before, in plain words that never take chance for a change."""

from enum import StrEnum

from components import format as written
from components.descriptions.judgement import told_path, told_status
from components.descriptions.trend import period_phrase
from components.figures.rows import Point, Reading
from components.status import movement_word, path_word, status_word
from components.text import say
from domain.status import Direction, Movement, PathStatus, Status

_TOLD = {Status.MET, Status.NOT_MET}
_TOLD_PATHS = {PathStatus.REACHED, PathStatus.ON_PATH, PathStatus.BEHIND}
_UPWARDS = {
    (Movement.HIGHER, Direction.NONE): True,
    (Movement.LOWER, Direction.NONE): False,
    (Movement.IMPROVING, Direction.HIGHER): True,
    (Movement.WORSENING, Direction.HIGHER): False,
    (Movement.IMPROVING, Direction.LOWER): False,
    (Movement.WORSENING, Direction.LOWER): True,
}


class Comparable(StrEnum):
    """Whether a figure can be laid beside the one before it; each word is a key of the texts."""

    YES = "yes"
    FIRST = "first"
    BROKEN = "broken"
    HIDDEN = "hidden"
    NONE = "none"


def comparable_with(now: Point | None, earlier: Point | None, *, is_broken: bool) -> Comparable:
    """Whether there are two figures that were measured in the same way."""
    if now is None or now.value is None:
        return Comparable.HIDDEN if now is not None and now.suppressed else Comparable.NONE
    if is_broken:
        return Comparable.BROKEN
    return Comparable.FIRST if earlier is None or earlier.value is None else Comparable.YES


def change_sentence(
    now: Point | None,
    earlier: Point | None,
    reading: Reading,
    *,
    is_broken: bool = False,
    direction: Direction = Direction.NONE,
) -> str:
    """'Van 17 % in het 2e kwartaal 2026 naar 18 %. Dat past bij toeval.'; `earlier` is the period before.

    A last step against the way of the whole series is said first; `direction` is which way is good.
    """
    state = comparable_with(now, earlier, is_broken=is_broken)
    if state is not Comparable.YES or now is None or earlier is None:
        return say(f"change.{state}", reading.language)
    amounts = {"first": _amount(earlier, reading), "last": _amount(now, reading)}
    key = "same" if amounts["first"] == amounts["last"] else "from_to"
    seen = say(f"change.{key}", reading.language, period=period_phrase(earlier, reading), **amounts)
    if key == "from_to" and _is_against(now, earlier, direction):
        return f"{seen} {say(f'change.against_{now.movement}', reading.language)}"
    return f"{seen} {movement_tail(now, reading.language)}".strip()


def change_parts(
    now: Point | None,
    earlier: Point | None,
    reading: Reading,
    *,
    is_broken: bool = False,
    direction: Direction = Direction.NONE,
) -> tuple[str, str]:
    """The same in a few words, for a table: 'was 17 %', and what the series says of it: 'past bij toeval'.

    The second is empty for a figure that is not the latest; without one before it, it is the movement.
    """
    told = movement_word(now.movement, reading.language).lower() if now and now.movement else ""
    state = comparable_with(now, earlier, is_broken=is_broken)
    if state is not Comparable.YES or now is None or earlier is None:
        return say(f"change.short_{state}", reading.language), told
    was = say("change.short_was", reading.language, first=_amount(earlier, reading))
    if not told:
        return was, ""
    is_against = _amount(earlier, reading) != _amount(now, reading) and _is_against(now, earlier, direction)
    key = f"short_against_{now.movement}" if is_against else f"short_{now.movement}"
    return was, say(f"change.{key}", reading.language)


def movement_tail(now: Point, language: str) -> str:
    """What the whole series says about it; nothing for a figure that is not the latest."""
    return say(f"change.{now.movement}", language) if now.movement else ""


def turned_sentences(
    now: Point | None, earlier: Point | None, reading: Reading, *, has_target: bool
) -> list[str]:
    """Which verdict could not be given before: 'Norm: van nog niet te zeggen naar voldoet niet.'

    A verdict that is lost again says that fewer were counted, not that something changed: it stays out.
    """
    if now is None or earlier is None:
        return []
    language = reading.language
    statuses = told_status(earlier), told_status(now)
    paths = told_path(earlier, has_target=has_target), told_path(now, has_target=has_target)
    turned = []
    if statuses[0] != statuses[1] and statuses[1] in _TOLD:
        turned.append(("criterion", *(status_word(one, language) for one in statuses)))
    if paths[0] != paths[1] and paths[1] in _TOLD_PATHS:
        turned.append(("path", *(path_word(one, language) for one in paths)))
    return [
        say(f"change.turned_{name}", language, first=_lower(first), last=_lower(last))
        for name, first, last in turned
    ]


def _is_against(now: Point, earlier: Point, direction: Direction) -> bool:
    """Whether the last step goes the other way than the series as a whole."""
    if now.movement is None or now.value is None or earlier.value is None:
        return False
    upwards = _UPWARDS.get((Movement(now.movement), direction))
    return upwards is not None and upwards != (now.value > earlier.value)


def _amount(point: Point, reading: Reading) -> str:
    return written.value(point.value or 0.0, reading.unit, reading.language, reading.decimals)


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
