"""The conclusion of one goal, and of all goals together."""

from collections.abc import Sequence

from components import format as written
from components.descriptions.judgement import told_status
from components.figures.rows import Point, Reading
from components.text import say
from domain.status import PathStatus, Status

_GROUPS = {
    "on_path": (PathStatus.REACHED, PathStatus.ON_PATH),
    "behind": (PathStatus.BEHIND,),
    "undecided": (PathStatus.UNDECIDED,),
    "no_figure": (PathStatus.NOT_MEASURED, PathStatus.SUPPRESSED),
    "no_target": (PathStatus.NO_TARGET,),
}
_JUDGED = {Status.MET, Status.NOT_MET, Status.UNDECIDED}


def goal_conclusion(sentence: str | None, point: Point | None, reading: Reading) -> str:
    """The plan's sentence with the value in the place of {waarde}; says so when there is no value to tell.

    A sentence names days and hours itself. Without a sentence in the plan it reads '<name>: 18 %'.
    """
    if point is not None and point.suppressed:
        return say("goal.hidden", reading.language, name=reading.name)
    if point is None or point.value is None:
        return say("goal.no_value", reading.language, name=reading.name)
    bare = written.axis_value(point.value, reading.unit, reading.language, reading.decimals)
    for place in ("{waarde}", "{value}"):
        if sentence and place in sentence:
            return sentence.replace(place, bare)
    amount = written.value(point.value, reading.unit, reading.language, reading.decimals)
    return say("goal.value_is", reading.language, name=reading.name, value=amount)


def judged_conclusion(sentence: str | None, point: Point | None, reading: Reading) -> str:
    """The conclusion with what may be said of it: '18 % … te vroeg. Of dat aan de norm voldoet, is …'"""
    conclusion, status = goal_conclusion(sentence, point, reading), told_status(point)
    if status not in _JUDGED:
        return conclusion
    return f"{conclusion.rstrip('.')}. {say(f'goal.title_{status}', reading.language)}"


def goals_lede(paths: Sequence[PathStatus], language: str) -> str:
    """'Twee van de vijf doelen liggen op pad. Twee lopen achter. Van één is het nog niet te zeggen.'"""
    counts = {group: sum(path in members for path in paths) for group, members in _GROUPS.items()}
    if len(paths) == 1:
        only = next(group for group, count in counts.items() if count)
        return say(f"goals_told.only_{only}", language)
    total, on_path = len(paths), counts.pop("on_path")
    key = "none" if not on_path else "all" if on_path == total else "one" if on_path == 1 else "some"
    words = {"count": written.count_word(on_path, language), "total": written.count_word(total, language)}
    parts = [say(f"goals_told.on_path_{key}", language, **words)]
    for group, count in counts.items():
        if count:
            amount = "one" if count == 1 else "some"
            parts.append(
                say(f"goals_told.{group}_{amount}", language, count=written.count_word(count, language))
            )
    return " ".join(written.capital(part) for part in parts)
